"""Random zones for property tests: `st.from_type(Zone)`."""

from hypothesis import strategies as st

from practices.zones.land import CROP_GROUPS, LAND_USE, POWERS, WATERS
from practices.zones.rules import KOPPEN, SOILS, Zone
from practices.zones.soils import DEPTHS, DRAINAGES, TEXTURES

st.register_type_strategy(
    Zone,
    st.builds(
        Zone,
        climate=st.none() | st.sampled_from(sorted(KOPPEN)),
        soil=st.none() | st.sampled_from(SOILS),
        texture=st.none() | st.sampled_from(TEXTURES),
        drainage=st.none() | st.sampled_from(DRAINAGES),
        depth=st.none() | st.sampled_from(DEPTHS),
        land_use=st.none() | st.sampled_from(sorted(LAND_USE)),
        water=st.none() | st.sampled_from(WATERS),
        power=st.none() | st.sampled_from(POWERS),
        crops=st.frozensets(st.sampled_from(sorted(CROP_GROUPS)), max_size=4),
        lat=st.none() | st.floats(-90, 90),
    ),
)
