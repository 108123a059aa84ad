"""Pictures for pages: problems, soil answers, land uses, the landscape and the mark."""

from practices.collection.drawings.pictures.problems import PROBLEMS
from practices.collection.drawings.pictures.soils import SOILS
from practices.collection.drawings.pictures.uses import USES
from practices.collection.drawings.pictures.wide import WIDE

# file name without .svg -> drawing of 160 x 120
PICTURES: dict[str, str] = {**PROBLEMS, **SOILS, **USES}

__all__ = ["PICTURES", "WIDE"]
