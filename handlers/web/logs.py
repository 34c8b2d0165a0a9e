"""Logs are data: one JSON line a record, ids only; libraries say no more than what went wrong."""

import logging
import sys

import structlog


def configure_logs(level: str) -> None:
    """`level` is a name such as INFO. A record's own line breaks are escaped, so nobody can forge a second record."""
    number = logging.getLevelNamesMapping().get(level.upper(), logging.INFO)
    # A library's message may hold a customer's words, so only who complained and how badly is kept of it.
    logging.basicConfig(level=max(number, logging.WARNING), format='{"logger":"%(name)s","level":"%(levelname)s"}')
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(number),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False)),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
