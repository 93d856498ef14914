"""Fixed lists that the files are held against and that stand nowhere else in the product."""

# The lowest and the highest grade of a symptom that is there.
GRADE_BOUNDS = (1, 4)

# The needle depths in mm that a modifier may begin at.
DEPTHS = (0.1, 10)

# The statements of the seed article, by its four sections.
FACTS = frozenset(
    f"{section}{number}"
    for section, last in (("A", 12), ("B", 7), ("C", 14), ("D", 9))
    for number in range(1, last + 1)
)

# Never our own words about somebody's skin: they reassure where nobody has looked.
FORBIDDEN = (
    "all clear",
    "nothing to worry",
    "you are fine",
    "perfectly normal",
    "completely safe",
    "normal healing",
)
