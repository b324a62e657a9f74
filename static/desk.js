// Names for what the stock type-ahead leaves unnamed. Nothing on the desk needs this to work.
"use strict";

function nameTypeAhead(select) {
  const box = select.nextElementSibling?.querySelector(".select2-selection");
  if (!box) return;
  const label = document.querySelector(`label[for="${select.id}"]`);
  const words = (label?.textContent ?? select.getAttribute("aria-label") ?? "").replace(/:\s*$/, "").trim();
  const shown = box.querySelector(".select2-selection__rendered");
  // The box is the field; what it shows is its text, and no field of its own.
  shown?.removeAttribute("role");
  shown?.removeAttribute("aria-readonly");
  box.removeAttribute("aria-labelledby");
  box.setAttribute("aria-label", [words, shown?.textContent.replace("×", "").trim()].filter(Boolean).join(": "));
  box.querySelector("input")?.setAttribute("aria-label", words || "Search");
}

function nameAll() {
  document.querySelectorAll("select.admin-autocomplete").forEach(nameTypeAhead);
}

// The stock script makes its boxes when the page is ready, and anew for each added row.
document.addEventListener("DOMContentLoaded", () => setTimeout(nameAll));
document.addEventListener("formset:added", () => setTimeout(nameAll));
document.addEventListener("change", () => setTimeout(nameAll));
