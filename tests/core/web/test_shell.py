"""Words and icons in a page."""

from pathlib import Path

from core.web.assets import Assets
from core.web.edge import Spoken
from core.web.shell import Icons, Shell, shell_for
from core.words import speaking
from i18n.languages import SERVED, negotiate


def _shell() -> Shell:
    return shell_for([], Spoken(SERVED, negotiate), Assets(Path("nowhere")), {})


def _rendered(template: str, **values: object) -> str:
    return _shell().environment.from_string(template).render(**values)


def test_what_is_put_into_a_message_is_escaped() -> None:
    message = '{{ _("You need: %(things)s.", things=things) }}'
    assert _rendered(message, things="<b>hands</b>") == "You need: &lt;b&gt;hands&lt;/b&gt;."


def test_a_message_follows_the_language_that_is_spoken_while_it_is_rendered() -> None:
    template = _shell().environment.from_string('{{ _("Find") }}')
    assert template.render() == "Find"
    with speaking("fr"):
        assert template.render() != "Find"


def test_a_message_counts() -> None:
    message = '{{ ngettext("See %(num)s practice", "See all %(num)s practices", total) }}'
    assert _rendered(message, total=1) == "See 1 practice"
    assert _rendered(message, total=2) == "See all 2 practices"


def test_a_sheet_holds_each_icon_of_its_page_once_and_no_other_pages() -> None:
    first, second = Icons(), Icons()
    assert first.icon("search") == first.icon("search", "")
    first.icon("land", "s")
    second.icon("land")
    assert first.sheet().count("<symbol") == 2
    assert second.sheet().count("<symbol") == 1
