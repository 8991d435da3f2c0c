package org.clientele.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.field.Fields;
import org.clientele.internal.ReservedKeys.Value;

/**
 * So that nobody comes to a customer who is being renamed: whoever writes a customer user of the customer reserves one of its
 * seats, and whoever renames the customer all of them. Many can sit at once, but nobody while the customer leaves.
 */
final class CustomerSeats {
    private static final int SEATS = 32;

    private CustomerSeats() {}

    static List<Value> all(String customerId) {
        return IntStream.rangeClosed(1, SEATS)
                .mapToObj(seat -> new Value(Fields.CUSTOMER, customerId, seat))
                .toList();
    }

    /** The same in any order, so that those who come at once seldom want the same one. */
    static List<Value> shuffled(String customerId) {
        List<Value> seats = new ArrayList<>(all(customerId));
        Collections.shuffle(seats);
        return seats;
    }
}
