package org.clientele.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources of customer users, for whoever renames their customers. The directory of customer users needs that of customers,
 * and so it is the later one that tells the earlier.
 */
final class CustomerUserSlots {
    private volatile @Nullable Slots slots;

    void follow(Slots now) {
        slots = now;
    }

    void leave(Slots former) {
        if (slots == former) {
            slots = null;
        }
    }

    /** Whether it is known which there are. */
    boolean areThere() {
        return slots != null;
    }

    List<Slot> now() {
        Slots known = slots;
        return known == null ? List.of() : known.now();
    }
}
