package org.clientele.itests.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a process listens, as Linux tells it: {@code address:port} in the hexadecimal form of {@code /proc/net/tcp}. */
final class ListeningSockets {
    private static final String LISTENS = "0A";
    private static final List<String> LOOPBACK =
            List.of("0100007F:", "00000000000000000000000001000000:", "0000000000000000FFFF00000100007F:");

    private ListeningSockets() {}

    static List<String> of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> sockets = sockets(process);
        return Stream.concat(
                        Files.readAllLines(process.resolve("net/tcp")).stream(),
                        Files.readAllLines(process.resolve("net/tcp6")).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[3].equals(LISTENS))
                .filter(columns -> sockets.contains("socket:[" + columns[9] + "]"))
                .map(columns -> columns[1])
                .toList();
    }

    static boolean isLoopback(String socket) {
        return LOOPBACK.stream().anyMatch(socket::startsWith);
    }

    static int port(String socket) {
        return Integer.parseInt(socket.substring(socket.indexOf(':') + 1), 16);
    }

    private static Set<String> sockets(Path process) throws IOException {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.map(ListeningSockets::target).collect(Collectors.toSet());
        }
    }

    /** A file may be closed between listing and reading. */
    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
