package org.clientele.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clientele.AlreadyExistsException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.Reservation;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.clientele.spi.store.StoredAudit.Intent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logins, customer IDs and e-mail addresses that nobody else writes at the same time, over all sources and over all processes
 * on one store: taken before the sources are asked whether they are free, given back after the write. Whoever dies in between
 * loses them when the lease runs out.
 */
final class ReservedKeys implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReservedKeys.class);

    /** The store's own time limit, more than once. */
    private static final Duration OVERHEAD = Duration.ofSeconds(5);
    /** Whether the id and the address are free, whether the customer exists, the write; and one to spare. */
    private static final int CALLS = 5;
    /** Between two looks at who is still writing. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Memory memory;
    private final Reservation reservation;
    private final Recording recording;
    private final SlotKind kind;
    private final long start;
    private boolean kept;
    private Optional<Claim> added = Optional.empty();

    /**
     * A value that is to be had by one only.
     *
     * @param variable its field, whose values are compared with each other
     * @param value compared without regard to case
     */
    record Value(String variable, String value) {

        /** What nobody else wants: it says no more than that somebody writes, for whoever {@link #awaitWriters waits}. */
        static Value unshared(String variable) {
            return new Value(variable, UUID.randomUUID().toString());
        }

        /** Neither names nor addresses stand in the store. */
        String key() {
            try {
                byte[] text = (variable + "=" + OrderKey.of(value)).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }

    private ReservedKeys(Memory memory, Reservation reservation, Recording recording, SlotKind kind, long start) {
        this.memory = memory;
        this.reservation = reservation;
        this.recording = recording;
        this.kind = kind;
        this.start = start;
    }

    /** As the other, where nothing is recorded. */
    static ReservedKeys take(Memory memory, Slots slots, List<Value> values)
            throws AlreadyExistsException, StoreUnavailableException {
        return take(memory, slots, values, new Recording(List.of()));
    }

    /**
     * Reserves the values.
     *
     * @param slots whoever is asked while the values are reserved; a record of their kind is written
     * @param recording of what is about to be changed; it is noted once the values are reserved, and concluded when they are
     *     given back, as far as it is known then
     * @throws AlreadyExistsException if one of them is being written by somebody else
     */
    static ReservedKeys take(Memory memory, Slots slots, List<Value> values, Recording recording)
            throws AlreadyExistsException, StoreUnavailableException {
        String holder = mark(slots.kind()) + UUID.randomUUID().toString().replace("-", "");
        SortedSet<String> keys = values.stream().map(Value::key).collect(Collectors.toCollection(TreeSet::new));
        Reservation wanted = new Reservation(holder, keys, lease(slots.now()));
        long start = System.nanoTime();
        List<Intent> intents = recording.intents();
        Optional<String> held = values.isEmpty()
                ? Optional.empty()
                : memory.change(s -> s.reservations().take(wanted, intents));
        for (Value value : values) {
            if (held.equals(Optional.of(value.key()))) {
                throw busy(value);
            }
        }
        if (values.isEmpty()) {
            new Audit(memory).note(recording);
        }
        recording.noted();
        return new ReservedKeys(memory, wanted, recording, slots.kind(), start);
    }

    static AlreadyExistsException busy(Value value) {
        return new AlreadyExistsException(
                value.variable(),
                "\"" + value.value() + "\" is being saved by somebody else at this moment; try again in a moment.",
                true);
    }

    /**
     * Requires that a call that starts now ends before the lease does.
     *
     * @param limit the most that the call takes
     */
    void requireTimeFor(Duration limit) throws SourceUnavailableException {
        Duration needed =
                Duration.ofNanos(System.nanoTime() - start).plus(limit).plusSeconds(1);
        if (!reservation.keys().isEmpty() && needed.compareTo(reservation.lease()) > 0) {
            throw new SourceUnavailableException(
                    Reason.SKIPPED, "The sources took too long to answer; nothing was saved, try again");
        }
    }

    /**
     * Waits until all who write a record of a kind at this moment are done: they may have asked already whether what is changed
     * now is there, and go on to write what rests on it. Who comes later finds it changed.
     *
     * @param limit the most to wait
     * @return whether they are done
     */
    static boolean awaitWriters(Memory memory, SlotKind kind, Duration limit) throws StoreUnavailableException {
        long start = System.nanoTime();
        Set<String> left = holders(memory, kind);
        while (!left.isEmpty() && System.nanoTime() - start < limit.toNanos()) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            Set<String> now = holders(memory, kind);
            left = left.stream().filter(now::contains).collect(Collectors.toSet());
        }
        return left.isEmpty();
    }

    private static Set<String> holders(Memory memory, SlotKind kind) throws StoreUnavailableException {
        return memory.look(s -> s.reservations().holders()).stream()
                .filter(holder -> holder.startsWith(mark(kind)))
                .collect(Collectors.toSet());
    }

    /** What the names of those begin with who write a record of a kind. */
    private static String mark(SlotKind kind) {
        return kind == SlotKind.CUSTOMER_USER ? "u-" : "c-";
    }

    Recording recording() {
        return recording;
    }

    /** Leaves the values reserved until the lease runs out: a write may be under way that nobody waits for any more. */
    void keep() {
        kept = true;
    }

    /** That a record was added: its owner is remembered when the values are given back. */
    void added(Claim claim) {
        added = Optional.of(claim).filter(known -> Memory.isKept(known.login()));
    }

    /** What was written is written: that the store cannot be told now must not look as if it were not. */
    @Override
    public void close() {
        if (kept || reservation.keys().isEmpty()) {
            return;
        }
        // of a customer user it is told with who he is, see Memory.confirm
        boolean told = added.isPresent() || kind == SlotKind.CUSTOMER;
        List<Conclusion> conclusions = told ? recording.conclusions() : List.of();
        try {
            memory.change(s -> {
                if (added.isPresent()) {
                    s.confirmAdded(added.get(), reservation, conclusions);
                } else {
                    s.reservations().release(reservation, conclusions);
                }
                return true;
            });
        } catch (StoreUnavailableException e) {
            LOG.warn(
                    "The store could not be told that a write is over; what it reserved runs out in {} s",
                    reservation.lease().toSeconds(),
                    e);
        }
    }

    private static Duration lease(List<Slot> slots) {
        Duration longest = slots.stream()
                .flatMap(slot -> slot.source().stream())
                .map(AskedSource::answerTimeLimit)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return longest.multipliedBy(CALLS).plus(OVERHEAD);
    }
}
