"""What axe-core finds wrong with a page, at each width and in light and dark."""

from collections.abc import Iterable, Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCHEMES = ("light", "dark")
# What a change of colours alone can break; everything else is the same in light and in dark.
COLOURS = ["color-contrast", "link-in-text-block"]
RUN = "options => axe.run(document, options)"

Found = dict[str, list[str]]


def barriers(page: Page, *, but: Sequence[str] = ()) -> Found:
    """The page's violations as it stands: rule to the first places where it is broken."""
    page.evaluate(Axe().axe_script)
    return _run(page, {"rules": {name: {"enabled": False} for name in but}})


def barriers_on_screens(page: Page, widths: Iterable[int]) -> dict[str, Found]:
    """The violations of one open page at each width, in light and in dark; {} for none.

    That it scrolls sideways is one too. The page is as before afterwards.

    The page is loaded and axe put into it once: that, not the rules, is what takes long.
    """
    found = {}
    before = page.viewport_size
    page.evaluate(Axe().axe_script)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            only = {} if scheme == SCHEMES[0] else {"runOnly": COLOURS}
            if wrong := _run(page, only):
                found[f"{width} {scheme}"] = wrong
        across = page.evaluate("document.documentElement.scrollWidth")
        if across > width:
            found[f"{width} wide"] = {"scrolls sideways": [f"{across} px"]}
    page.emulate_media(color_scheme="null")
    if before is not None:
        page.set_viewport_size(before)
    return found


def _run(page: Page, options: dict[str, object]) -> Found:
    result = page.evaluate(RUN, {"resultTypes": ["violations"], **options})
    return {
        one["id"]: [node["html"][:160] for node in one["nodes"]][:4] for one in result["violations"]
    }
