"""One root error and its children. Each message is a sentence that a person can act on."""


class LenscapError(Exception):
    """What is wrong with *this* file or wish; what was left untouched; what to do next."""


class MalformedError(LenscapError):
    """The bytes contradict their own format."""


class UnsupportedError(LenscapError):
    """A file that is sound, or may be, but that Lenscap cannot clean without harm."""


class UnreadableError(LenscapError):
    """The operating system does not let us read or write a file."""


class NotCleanError(LenscapError):
    """The second look found something in the copy that should be gone."""


class PolicyError(LenscapError):
    """A policy, or a file that holds one, asks for something that does not exist."""


class MissingPartError(LenscapError):
    """A part that Lenscap needs (a model, a display) is missing or was altered."""
