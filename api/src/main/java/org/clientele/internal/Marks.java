package org.clientele.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.DisabledHere;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.store.DisabledPeople.Mark;

/**
 * Who was disabled here, among some logins. A mark is about the login of its source, whatever identity the source tells for it:
 * as long as nobody has decided that it is another person, nobody is enabled by a source that tells another one.
 */
final class Marks {
    private final Map<Place, DisabledHere> byPlace = new HashMap<>();

    private record Place(String sourceId, String loginKey) {}

    Marks(List<Mark> marks) {
        for (Mark mark : marks) {
            mark.loginKeys().forEach(key -> byPlace.put(new Place(mark.sourceId(), key), mark.disabled()));
        }
    }

    /** The same record, and that the person was disabled, if so. */
    Hit on(Hit hit) {
        Place place = new Place(
                hit.slot().sourceId(), hit.slot().loginKey(hit.record().id()));
        return Optional.ofNullable(byPlace.get(place)).map(hit::with).orElse(hit);
    }
}
