"""All tables by kind."""

from claims.choices import Kind
from tests.claims.comparing.cases import (
    Row,
    authenticity,
    causes,
    controls,
    counts,
    identities,
    involvement,
    negations,
    outcomes,
    places,
    responsibility,
    whens,
)

TABLES: dict[Kind, tuple[Row, ...]] = {
    Kind.COUNT: counts.CASES,
    Kind.INVOLVEMENT: involvement.CASES,
    Kind.RESPONSIBILITY: responsibility.CASES,
    Kind.IDENTITY: identities.CASES,
    Kind.CAUSE: causes.CASES,
    Kind.OUTCOME: outcomes.CASES,
    Kind.CONTROL: controls.CASES,
    Kind.DATE: whens.CASES,
    Kind.PLACE: places.CASES,
    Kind.AUTHENTICITY: authenticity.CASES,
    Kind.NEGATION: negations.CASES,
}
