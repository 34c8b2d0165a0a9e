"""No file holds what belongs to one machine, one registry or one person."""

import re

import pytest

from tests.house.files import texts

MACHINE_PATH = re.compile(r"(?<![\w.)\]}*])/(?:root|work|home|Users)/\w")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian|--(?:extra-)?index-url|--find-links", re.I
)
E_MAIL = re.compile(r"(?<![\w/:.+-])[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}\b", re.I)
MADE_UP = re.compile(r"(?:\.|@)(?:example|test|invalid)(?:\.(?:com|org|net))?$", re.I)
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
LOCKS = ("requirements.lock", "requirements-dev.lock", "package-lock.json")


def e_mail_addresses(text: str) -> list[str]:
    return [address for address in E_MAIL.findall(text) if not MADE_UP.search(address)]


@pytest.mark.parametrize(
    "pattern", [MACHINE_PATH, REGISTRY, UNFINISHED], ids=["machine path", "registry", "unfinished"]
)
def test_no_file_holds_words_of_this_kind(pattern: re.Pattern[str]) -> None:
    this_file = "tests/house/test_words.py"
    found = {str(path): pattern.findall(text) for path, text in texts().items() if path.as_posix() != this_file}
    assert {path: words for path, words in found.items() if words} == {}


def test_every_e_mail_address_is_made_up() -> None:
    found = {str(path): e_mail_addresses(text) for path, text in texts().items() if path.name not in LOCKS}
    assert {path: addresses for path, addresses in found.items() if addresses} == {}


def test_the_patterns_notice_what_they_look_for() -> None:
    assert MACHINE_PATH.search('open("/' + 'home/somebody/notes.md")')
    assert not MACHINE_PATH.search("bot/work/clock.py and handlers/{slack,web}/work/x")
    assert REGISTRY.search("--index-" + "url x")
    assert e_mail_addresses("write to ada@" + "shop.com or bob@shop.example, eve@example.com") == ["ada@" + "shop.com"]
