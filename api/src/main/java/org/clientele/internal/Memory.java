package org.clientele.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.clientele.DirectoryException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.StoreUnavailableException;
import org.clientele.spi.Deadline;
import org.clientele.spi.OrderKey;
import org.clientele.spi.store.Claim;
import org.clientele.spi.store.DirectoryStore;
import org.clientele.spi.store.Known;
import org.clientele.spi.store.Owner;
import org.clientele.spi.store.StoredAudit.Conclusion;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * What the directory remembers: who owns a login, and which sources have ever answered. It goes on without the store, and
 * says so: nothing is remembered then, and every source counts as one that has answered before.
 */
@Component(service = Memory.class)
public final class Memory {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Gate gate;
    private final LocalMarks marks = new LocalMarks(this);
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private volatile @Nullable DirectoryStore store;
    private volatile boolean answeredIsKnown;
    private volatile boolean failed;
    private volatile boolean active = true;

    @Activate
    public Memory(@Reference CallThreads threads) {
        this.gate = new Gate("The store", threads, () -> {});
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, unbind = "unbindStore")
    public void bindStore(DirectoryStore service) {
        store = service;
        failed = false;
        learn();
    }

    public void unbindStore(DirectoryStore service) {
        if (store == service) {
            store = null;
        }
    }

    @Deactivate
    public void deactivate() {
        active = false;
    }

    /** A sentence for people while the store is away, empty otherwise. Asks whether it is back, but does not wait for that. */
    String notice() {
        if (failed) {
            learn();
        }
        return store == null || failed ? StoreUnavailableException.NOTICE : "";
    }

    /** The owners that were confirmed last for these logins, by login as given; none if the store cannot be asked. */
    Map<String, Owner> owners(List<Slot> slots, Collection<String> logins) {
        try {
            Map<String, Owner> last = new HashMap<>();
            requireOwners(slots, logins)
                    .forEach((login, owners) -> owners.stream()
                            .max(Comparator.comparing(Owner::confirmedAt))
                            .ifPresent(owner -> last.put(login, owner)));
            return last;
        } catch (StoreUnavailableException e) {
            return Map.of();
        }
    }

    /**
     * The owners remembered for these logins, by login as given. There may be two, if case matters to one source and not to
     * another.
     */
    Map<String, List<Owner>> requireOwners(List<Slot> slots, Collection<String> logins)
            throws StoreUnavailableException {
        return requireKnown(slots, logins).owners();
    }

    /** What is remembered about these logins, in one statement for up to 250 of them. */
    Remembered requireKnown(List<Slot> slots, Collection<String> logins) throws StoreUnavailableException {
        Set<String> keys = new HashSet<>(logins);
        logins.forEach(login -> keys.add(OrderKey.of(login)));
        keys.removeIf(key -> !isKept(key));
        Known known = ask(Gate.Use.LOOK_UP, s -> s.known(keys));
        return new Remembered(owners(slots, logins, known.owners()), new Marks(known.marks()));
    }

    /**
     * What is remembered about some logins.
     *
     * @param owners by login as given; there may be two, if case matters to one source and not to another
     * @param marks who was disabled here
     */
    record Remembered(Map<String, List<Owner>> owners, Marks marks) {
        List<Owner> owners(String login) {
            return owners.getOrDefault(login, List.of());
        }
    }

    private static Map<String, List<Owner>> owners(
            List<Slot> slots, Collection<String> logins, Map<String, Owner> known) {
        Map<String, List<Owner>> owners = new HashMap<>();
        for (String login : logins) {
            owners.put(
                    login,
                    Stream.of(login, OrderKey.of(login))
                            .distinct()
                            .flatMap(key ->
                                    Stream.ofNullable(known.get(key)).filter(owner -> isKey(slots, owner, login, key)))
                            .toList());
        }
        return owners;
    }

    /** The owners remembered for this login. */
    List<Owner> requireOwners(List<Slot> slots, String login) throws StoreUnavailableException {
        return requireOwners(slots, List.of(login)).getOrDefault(login, List.of());
    }

    /** Whether a login has this key in its owner's source: another spelling is another person where case matters. */
    private static boolean isKey(List<Slot> slots, Owner owner, String login, String key) {
        return slots.stream()
                .filter(slot -> slot.sourceId().equals(owner.sourceId()))
                .allMatch(slot -> slot.loginKey(login).equals(key));
    }

    void confirm(Claim claim) throws StoreUnavailableException {
        confirm(claim, new Recording(List.of()));
    }

    /** @param recording what became of the person, which is told along */
    void confirm(Claim claim, Recording recording) throws StoreUnavailableException {
        if (isKept(claim.login())) {
            List<Conclusion> conclusions = recording.conclusions();
            change(s -> s.confirm(claim, conclusions));
        }
    }

    /** Whether anything can be kept about a login. */
    static boolean isKept(String login) {
        return login.length() <= DirectoryStore.LONGEST_LOGIN && login.indexOf('\0') < 0;
    }

    /** Asks the store something. */
    <T> T look(StoreCall<T> call) throws StoreUnavailableException {
        return ask(Gate.Use.LOOK_UP, call);
    }

    /** Has the store keep something. */
    <T> T change(StoreCall<T> call) throws StoreUnavailableException {
        return ask(Gate.Use.WRITE, call);
    }

    /** Starts to ask the store something that nobody waits for. */
    void lookLater(StoreCall<Boolean> call) {
        gateless(Gate.Use.LOOK_UP, call);
    }

    /** Who was disabled here. */
    LocalMarks marks() {
        return marks;
    }

    /** Whether there is a store; it may be out of reach all the same. */
    boolean hasStore() {
        return store != null;
    }

    /** Whether a source may own records although it cannot be asked: it has answered before, or that is not known. */
    boolean counts(String sourceId) {
        if (!answeredIsKnown) {
            learn();
        }
        return !answeredIsKnown || answered.contains(sourceId);
    }

    /** Notes that a source answered. The first time, the store is told, on another thread. */
    void answered(String sourceId) {
        if (!answered.contains(sourceId) && store != null) {
            gateless(Gate.Use.WRITE, s -> {
                s.recordAnswered(sourceId);
                answered.add(sourceId);
                return true;
            });
        }
    }

    private void learn() {
        gateless(Gate.Use.LOOK_UP, s -> {
            answered.addAll(s.answeredSources());
            answeredIsKnown = true;
            failed = false;
            return true;
        });
    }

    /** Starts a call that nobody waits for. */
    private void gateless(Gate.Use use, StoreCall<Boolean> call) {
        DirectoryStore current = store;
        if (current != null && active) {
            gate.start(use, LIMIT, deadline -> guarded(current, call)).abandon();
        }
    }

    private <T> T ask(Gate.Use use, StoreCall<T> call) throws StoreUnavailableException {
        DirectoryStore current = store;
        if (current == null) {
            throw new StoreUnavailableException(StoreUnavailableException.NOTICE);
        }
        try {
            T value = gate.call(use, LIMIT, (Deadline deadline) -> guarded(current, call));
            failed = false;
            return value;
        } catch (DirectoryException e) {
            failed = true;
            throw new StoreUnavailableException(StoreUnavailableException.NOTICE, e);
        }
    }

    private static <T> T guarded(DirectoryStore store, StoreCall<T> call) throws SourceUnavailableException {
        try {
            return call.run(store);
        } catch (StoreUnavailableException e) {
            Reason reason = e.getCause() instanceof InterruptedException ? Reason.SKIPPED : Reason.CONNECTION;
            throw new SourceUnavailableException(reason, String.valueOf(e.getMessage()), e);
        }
    }

    /** A call to the store. */
    @FunctionalInterface
    interface StoreCall<T> {
        T run(DirectoryStore store) throws StoreUnavailableException;
    }
}
