"""Small maps, drawn when the site is built from the land and borders that set-up brings along."""

from generator.site.maps.draw import Spot
from generator.site.maps.small_map import SmallMap, SmallMaps, Wanted

__all__ = ["SmallMap", "SmallMaps", "Spot", "Wanted"]
