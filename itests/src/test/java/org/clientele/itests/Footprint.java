package org.clientele.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * What the process holds at a moment, counted by name: threads, sockets, selectors, services and who uses them. Two footprints tell
 * what was left behind in between.
 */
final class Footprint {
    /** Pools of the platform and of the tests whose threads come and go with its own work. */
    private static final List<String> POOLS = List.of(
            "RMI ",
            "JMX ",
            "CM ",
            "SCR ",
            "awaitility",
            "process reaper",
            "activator-",
            "features-",
            "FelixResolver-",
            "fileinstall-",
            "qtp",
            "ForkJoinPool",
            "Karaf ",
            "Keep-Alive",
            "Timer-",
            "pool-");

    /** Pools whose idle threads end by themselves: only a thread at work counts. */
    private static final List<String> IDLING = List.of("clientele-call-", "Clientele LDAP ");

    private static final Path PROCESS = Path.of("/proc/self");
    private static final Map<String, String> TCP_STATES =
            Map.of("01", "connected", "04", "closing", "05", "closing", "08", "half closed", "0A", "listening");

    private final Map<String, Integer> counts = new TreeMap<>();

    private Footprint() {}

    static Footprint of(BundleContext context) {
        Footprint footprint = new Footprint();
        footprint.countThreads();
        List<String> descriptors = descriptors();
        footprint.countSockets(descriptors);
        footprint.countSelectors(descriptors);
        footprint.countServices(context);
        return footprint;
    }

    /** What there is more of than before, one line each, such as {@code thread mina-# (2 more)}. */
    List<String> leftSince(Footprint before) {
        List<String> left = new ArrayList<>();
        counts.forEach((name, count) -> {
            int more = count - before.counts.getOrDefault(name, 0);
            if (more > 0) {
                left.add(name + " (" + more + " more)");
            }
        });
        return left;
    }

    /** How many TCP connections lead to a port. */
    int connectionsTo(int port) {
        return counts.getOrDefault("socket connected to port " + port, 0);
    }

    private void count(String name) {
        counts.merge(name, 1, Integer::sum);
    }

    private void countThreads() {
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            String name = thread.getName();
            boolean idle = IDLING.stream().anyMatch(name::startsWith)
                    && Arrays.stream(stack)
                            .noneMatch(frame -> frame.getClassName().startsWith("org.clientele."));
            if (!idle && POOLS.stream().noneMatch(name::startsWith)) {
                count("thread " + name.replaceAll("[0-9]+", "#"));
            }
        });
    }

    /** What the threads of connections wait with; it stays open where a connection is forgotten and its threads have ended. */
    private void countSelectors(List<String> descriptors) {
        descriptors.stream()
                .filter(descriptor -> descriptor.contains("eventpoll"))
                .forEach(descriptor -> count("selector"));
    }

    private void countSockets(List<String> descriptors) {
        Set<String> mine = descriptors.stream()
                .map(descriptor -> descriptor.replaceAll("socket:\\[(\\d+)]", "$1"))
                .collect(Collectors.toSet());
        List<String[]> rows = Stream.of("net/tcp", "net/tcp6")
                .map(PROCESS::resolve)
                .flatMap(Footprint::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && mine.contains(columns[9]))
                .toList();
        Set<Integer> listening = new HashSet<>();
        rows.stream().filter(row -> row[3].equals("0A")).forEach(row -> listening.add(port(row[1])));
        for (String[] row : rows) {
            int local = port(row[1]);
            String state = TCP_STATES.getOrDefault(row[3], "state " + row[3]);
            count("socket " + state + (listening.contains(local) ? " at port " + local : " to port " + port(row[2])));
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    private static List<String> descriptors() {
        try (Stream<Path> descriptors = Files.list(PROCESS.resolve("fd"))) {
            return descriptors.map(Footprint::target).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a descriptor leads; it may be closed meanwhile. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream().skip(1) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void countServices(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            references(bundle.getRegisteredServices())
                    .forEach(reference -> count("service " + name(reference) + " of " + bundle.getSymbolicName()));
            references(bundle.getServicesInUse())
                    .forEach(reference -> count("use of " + name(reference) + " by " + bundle.getSymbolicName()));
        }
    }

    private static Stream<ServiceReference<?>> references(ServiceReference<?>[] references) {
        return references == null ? Stream.empty() : Arrays.stream(references);
    }

    private static String name(ServiceReference<?> reference) {
        return String.join(",", (String[]) reference.getProperty(Constants.OBJECTCLASS));
    }
}
