package org.clientele.store;

import java.util.concurrent.atomic.AtomicReference;
import org.clientele.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/** The {@link KeyOrder} of the database, asked once. */
final class KnownOrder {

    private final StoreCalls calls;
    private final AtomicReference<@Nullable KeyOrder> order = new AtomicReference<>();

    KnownOrder(StoreCalls calls) {
        this.calls = calls;
    }

    KeyOrder get() throws StoreUnavailableException {
        KeyOrder known = order.get();
        if (known == null) {
            // only a transaction has a connection to look at
            known = calls.write(KeyOrder::of);
            order.set(known);
        }
        return known;
    }
}
