"""The words of claims that are published already were let out with them."""

from django.db import migrations

ACCEPT = """
UPDATE claims_quote SET accepted_at = claim.published_at, accepted_by_id = claim.published_by_id
FROM claims_claim claim
WHERE claim.id = claims_quote.claim_id AND claim.review = 'published'
AND claim.published_at IS NOT NULL AND claim.published_by_id IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0003_accepted_quotes")]

    operations = [migrations.RunSQL(ACCEPT, migrations.RunSQL.noop)]
