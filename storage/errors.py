"""The root of the one error family, and the errors that storage itself raises."""


class KindlineError(Exception):
    """Anything that Kindline raises on purpose."""


class SettingsError(KindlineError):
    """The configuration is missing or wrong; each problem is one sentence that names the setting, never its value."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class StorageUnavailable(KindlineError):
    """The database could not commit; the platform should send again."""


class LeaseLost(KindlineError):
    """Another worker took this row over; whatever this one did in its transaction is rolled back."""
