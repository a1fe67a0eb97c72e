import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.link import starter, unify
from generator.link.spelling import slug
from generator.model import Entity, Mention, NameKind, Registry


def mention(name: str, kind: str = "person", **facts: str | None) -> Mention:
    entity = Entity(id=slug(name), name=name, kind=kind, **facts)  # type: ignore[arg-type]
    place = entity.is_place
    return Mention(
        start=0,
        end=len(name),
        text=name,
        kind=NameKind.PLACE if place else NameKind(kind),
        sentence=0,
        actor=None if place else entity.id,
        place=entity.id if place else None,
        proposal=entity,
    )


def pages(*names: str) -> list[tuple[str, tuple[str, ...]]]:
    reports = {f"r{at}": (mention(name),) for at, name in enumerate(names)}
    return [(entity.name, entity.aliases) for entity in unify(reports, Registry())[1]]


def test_transliterations_of_one_name_are_one_page() -> None:
    assert pages("Serhii Bondarenko", "Sergiy Lysenko", "Serhiy Bondarenko") == [
        ("Sergiy Lysenko", ()),
        ("Serhii Bondarenko", ("Serhiy Bondarenko",)),
    ]
    assert pages("Ivan Dubinsky", "Ivan Dubynskyy") == [("Ivan Dubinsky", ("Ivan Dubynskyy",))]


def test_strangers_of_one_surname_stay_apart() -> None:
    assert len(pages("Maria Santos", "Pedro Santos")) == 2
    assert len(pages("Maria Santos", "Pedro Santos", "Santos")) == 3


def kinds(*mentions: Mention) -> list[tuple[str, str]]:
    reports = {f"r{at}": (found,) for at, found in enumerate(mentions)}
    joined, entities = unify(reports, Registry())
    for row in joined.values():
        for found in row:
            assert found.proposal is not None
            assert (found.actor, found.kind.value) == (found.proposal.id, found.proposal.kind)
    return [(entity.id, entity.kind) for entity in entities]


def test_a_name_has_one_kind_over_all_reports() -> None:
    body, person = mention("Olga Brandt", "organisation"), mention("Olga Brandt")
    judge = mention("Olga Brandt", role="Judge")
    assert kinds(body, person) == [("olga-brandt", "person")]
    assert kinds(body, body, person) == [("olga-brandt", "organisation")]
    assert kinds(body, body, judge) == [("olga-brandt", "person")]


def test_a_surname_joins_the_only_full_name() -> None:
    assert pages("Laila Haddad", "Haddad") == [("Laila Haddad", ())]
    assert pages("Laila Haddad", "L. Haddad") == [("Laila Haddad", ("L. Haddad",))]


def test_the_longest_name_is_the_page_and_all_its_mentions_point_there() -> None:
    reports = {
        "a": (mention("Omar Abdi"),),
        "b": (replace(mention("Omar Abdi Warsame"), role="Governor"),),
    }
    joined, entities = unify(reports, Registry())
    assert [entity.name for entity in entities] == ["Omar Abdi Warsame"]
    assert {m.actor for ms in joined.values() for m in ms} == {"omar-abdi-warsame"}


def test_an_id_that_a_page_has_is_never_given_twice() -> None:
    registry = Registry(actors={"mercury": Entity(id="mercury", name="Mercury", kind="group")})
    _, entities = unify({"a": (mention("Mercury", "organisation"),)}, registry)
    assert [entity.id for entity in entities] == ["mercury-organisation"]


def test_pages_of_the_world_come_with_what_they_refer_to() -> None:
    nairobi = Mention(
        start=0, end=7, text="Nairobi", kind=NameKind.PLACE, sentence=0, actor="kenya",
        place="nairobi",
    )  # fmt: skip
    _, entities = unify({"a": (nairobi,)}, Registry())
    assert [(e.is_place, e.id) for e in entities] == [
        (False, "kenya"),
        (True, "kenya"),
        (True, "nairobi"),
    ]
    own = Registry(
        actors={"kenya": replace(starter().actors["kenya"], status="reviewed")},
        places={"nairobi": replace(starter().places["nairobi"], status="reviewed")},
    )
    assert [e.id for e in unify({"a": (nairobi,)}, own)[1]] == []


def test_a_region_with_a_states_name_gets_its_page() -> None:
    georgia = Mention(
        start=0, end=7, text="Georgia", kind=NameKind.PLACE, sentence=0, place="georgia-us"
    )
    _, entities = unify({"a": (georgia,)}, starter())
    assert [(e.id, e.kind) for e in entities if e.is_place] == [
        ("georgia-us", "region"),
        ("united-states", "country"),
    ]


NAMES = st.sampled_from(
    ["Ana Ruiz", "A. Ruiz", "Ruiz", "Eva Ruiz", "Ana Maria Ruiz", "Yuriy Kim", "Yuri Kim", "Kim"]
)


@given(names=st.lists(NAMES, min_size=1, max_size=5, unique=True))
def test_the_order_of_the_reports_changes_nothing(names: list[str]) -> None:
    reports = {f"r{at}": (mention(name),) for at, name in enumerate(names)}
    expected = unify(reports, Registry())
    for order in itertools.islice(itertools.permutations(reports.items()), 6):
        assert unify(dict(order), Registry()) == expected


def test_a_company_with_and_without_its_legal_form_is_one() -> None:
    names = ("Norvane", "Norvane plc", "Norvane Co Ltd", "Bank of SA", "Bank of")
    found = {name: (mention(name, "organisation"),) for name in names}
    _, pages = unify(found, Registry(actors={}, places={}))
    assert len(pages) == 3
