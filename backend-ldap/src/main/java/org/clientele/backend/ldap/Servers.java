package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.clientele.Finding;
import org.clientele.backend.ldap.LdapSettings.Server;

/**
 * The servers of one directory, in the order of the configuration. One that failed rests: for a while it is the last to be
 * tried, so that not every call waits for it again. For any thread.
 */
final class Servers {
    /** How long a server that failed is left alone while another one answers. */
    static final Duration REST = Duration.ofSeconds(30);

    private final List<Server> all;
    private final LongSupplier nanoTime;
    private final Map<Server, Failure> failures = new ConcurrentHashMap<>();
    private final Set<Server> answering = ConcurrentHashMap.newKeySet();

    private record Failure(long atNanos, String message) {}

    /** @param nanoTime as {@link System#nanoTime} tells it */
    Servers(List<Server> all, LongSupplier nanoTime) {
        this.all = List.copyOf(all);
        this.nanoTime = nanoTime;
    }

    boolean several() {
        return all.size() > 1;
    }

    /** The servers as they are to be tried. */
    List<Server> inOrder() {
        Set<Server> resting = all.stream().filter(this::rests).collect(Collectors.toSet());
        return all.stream().sorted(Comparator.comparing(resting::contains)).toList();
    }

    /** Whether no server that comes before this one is to be tried now. */
    boolean isBest(Server server) {
        return all.stream().takeWhile(other -> !other.equals(server)).allMatch(this::rests);
    }

    /** That a server is tried: if it failed before, it goes on resting for others until the outcome is known. */
    void trying(Server server) {
        failures.computeIfPresent(server, (same, failure) -> new Failure(nanoTime.getAsLong(), failure.message()));
    }

    void failed(Server server, String message) {
        answering.remove(server);
        failures.put(server, new Failure(nanoTime.getAsLong(), message));
    }

    void answered(Server server) {
        failures.remove(server);
        answering.add(server);
    }

    /** Which of them are away while another one answers; when none does the calls fail and say so themselves. */
    List<Finding> findings() {
        if (answering.isEmpty()) {
            return List.of();
        }
        return all.stream().filter(failures::containsKey).map(this::finding).toList();
    }

    private Finding finding(Server server) {
        return Finding.warning(
                "host",
                withFailure(server) + " rests, another server answers; see that it runs, or take it out of host");
    }

    /** Their addresses, each that failed with the reason. */
    @Override
    public String toString() {
        return all.stream().map(this::withFailure).collect(Collectors.joining(", "));
    }

    private String withFailure(Server server) {
        Failure failure = failures.get(server);
        return failure == null ? server.toString() : server + " (" + failure.message() + ")";
    }

    private boolean rests(Server server) {
        Failure failure = failures.get(server);
        return failure != null && nanoTime.getAsLong() - failure.atNanos() < REST.toNanos();
    }
}
