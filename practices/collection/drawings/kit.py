"""The whole kit in one import: `from practices.collection.drawings import kit`."""

from practices.collection.drawings.animals import *  # noqa: F403
from practices.collection.drawings.compact import *  # noqa: F403
from practices.collection.drawings.land import *  # noqa: F403
from practices.collection.drawings.people import *  # noqa: F403
from practices.collection.drawings.plants import *  # noqa: F403
from practices.collection.drawings.svg import *  # noqa: F403
from practices.collection.drawings.things import *  # noqa: F403
from practices.collection.drawings.works import *  # noqa: F403
