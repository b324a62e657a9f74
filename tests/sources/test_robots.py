import pytest

from sources.robots import MAX_REMEMBERED, Permission, RememberedRobots, permission

RULES = "User-agent: *\nDisallow: /private\n\nUser-agent: claimstracker\nAllow: /\nCrawl-delay: 2\n"


@pytest.mark.parametrize(
    ("rules", "robot", "expected"),
    [
        (RULES, "ClaimsTracker", Permission(allowed=True, crawl_delay_s=2.0)),
        (RULES, "OtherBot", Permission(allowed=False)),
        ("", "ClaimsTracker", Permission(allowed=True)),
        ("  \n", "ClaimsTracker", Permission(allowed=True)),
        ("<html>no rules</html>", "ClaimsTracker", Permission(allowed=True)),
    ],
)
def test_rules_are_read_for_our_own_name(rules, robot, expected):
    assert permission(rules, "https://news.example/private/a", robot=robot) == expected


def test_rules_are_forgotten_when_their_time_is_over():
    now = [100.0]
    robots = RememberedRobots(clock=lambda: now[0])
    robots.put("https://news.example", RULES, seconds=60)

    assert robots.get("https://news.example") == RULES
    assert robots.get("https://other.example") is None
    now[0] = 161.0
    assert robots.get("https://news.example") is None


def test_only_so_many_sites_are_remembered():
    robots = RememberedRobots()
    for number in range(MAX_REMEMBERED + 1):
        robots.put(f"https://{number}.example", "", seconds=60)

    assert robots.get("https://0.example") is None
    assert robots.get("https://1.example") == ""
