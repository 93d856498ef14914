"""NamedTuples that are cheap to make: a start makes seventy kinds, and Python's own took a tenth of it.

To a type checker they are `typing.NamedTuple`, and they behave as these do. Python's own compile a
constructor for each kind when it is made, and look at each annotation; here a kind that has no instance yet
has no constructor, and nobody looks at annotations but who asks for them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter  # what collections.namedtuple reads fields with

    class _Kind(type):
        """Makes a class of tuples from a class body with annotations."""

        def __new__(mcs, name, bases, body):
            if globals().get("NamedTuple") not in bases:  # the root itself, or a kind of a kind
                return super().__new__(mcs, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if [*defaults] != [*fields[len(fields) - len(defaults) :]]:
                raise TypeError(f"{name}: a field without a default follows one with a default")
            for place, field in enumerate(fields):
                body[field] = _tuplegetter(place, None)
            body |= {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return super().__new__(mcs, name, bases, body)

    def _constructor(cls):
        """`__new__` of a kind, with its fields as parameters."""
        named = ", ".join(cls._fields)
        code = f"lambda _cls, {named}: _new(_cls, ({named}{',' if named else ''}))"
        made = eval(code, {"_new": tuple.__new__, "__builtins__": {}, "__name__": cls.__module__})
        made.__name__, made.__qualname__ = "__new__", f"{cls.__qualname__}.__new__"
        made.__defaults__ = tuple(cls._field_defaults.values()) or None
        return staticmethod(made)

    class NamedTuple(tuple, metaclass=_Kind):
        """The root of the kinds: what they have beside fields."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}  # noqa: RUF012  # each kind has its own

        def __new__(cls, /, *values, **named):
            """For the first instance of a kind; its own constructor stands there from then on."""
            kind = next(known for known in cls.__mro__ if NamedTuple in known.__bases__)
            kind.__new__ = _constructor(kind)
            return kind.__new__(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **changed):
            made = tuple.__new__(type(self), map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            shown = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self):
            return tuple(self)
