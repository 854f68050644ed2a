"""The one way in which the domain says no."""


class Refused(Exception):
    """A wish that can't be granted: a text key with its values, and the field it is about where there is one.

    The doors translate the key once (`domain.texts`); the domain never writes a sentence.
    """

    def __init__(self, key: str, *, field: str | None = None, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.field = field
        self.values = values
