# Kindline as a container: `docker compose up` starts it beside PostgreSQL (compose.yaml).

# The first stage installs, and is thrown away with all that only installing needs.
FROM python:3.11.14-slim-bookworm AS build
WORKDIR /build
RUN python -m venv /opt/venv
COPY requirements.lock .
RUN /opt/venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock

FROM python:3.11.14-slim-bookworm
RUN useradd --uid 10001 --create-home --home-dir /data --shell /usr/sbin/nologin kindline
COPY --from=build /opt/venv /opt/venv
WORKDIR /app
COPY app.py ./
COPY bot ./bot
COPY handlers ./handlers
COPY prompts ./prompts
COPY storage ./storage
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    KINDLINE_DATABASE_URL=sqlite+aiosqlite:////data/kindline.db \
    KINDLINE_HOST=0.0.0.0 \
    KINDLINE_PORT=8701
USER kindline
VOLUME /data
EXPOSE 8701
# A 503 from /healthz, or none at all within 3 seconds, raises, and Python then ends with 1: unhealthy.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['KINDLINE_PORT'] + '/healthz', timeout=3)"]
# Python receives SIGTERM itself, so a stop finishes the work in hand.
CMD ["python", "app.py", "serve"]
