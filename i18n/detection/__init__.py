"""Which served language a text is in."""

from i18n.detection.rules import Detection, detect

__all__ = ["Detection", "detect"]
