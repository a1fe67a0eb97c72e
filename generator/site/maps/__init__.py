"""Small maps, drawn when the site is built from the land and borders that set-up brings along."""

from generator.site.maps.small_map import SmallMap, SmallMaps, Wanted
from generator.site.maps.spots import Spot

__all__ = ["SmallMap", "SmallMaps", "Spot", "Wanted"]
