// Names for what the stock type-ahead leaves unnamed. Nothing on the desk needs this to work.
"use strict";

function nameTypeAhead(select) {
  const label = document.querySelector(`label[for="${select.id}"]`);
  const box = select.nextElementSibling?.querySelector(".select2-selection");
  if (!box) return;
  const words = label?.textContent.replace(/:\s*$/, "").trim() || select.getAttribute("aria-label");
  if (words) {
    box.removeAttribute("aria-labelledby");
    box.setAttribute("aria-label", words);
  }
  box.querySelector("input")?.setAttribute("aria-label", words || "Search");
}

function nameAll() {
  document.querySelectorAll("select.admin-autocomplete").forEach(nameTypeAhead);
}

// The stock script makes its boxes when the page is ready, and anew for each added row.
document.addEventListener("DOMContentLoaded", () => setTimeout(nameAll));
document.addEventListener("formset:added", () => setTimeout(nameAll));
