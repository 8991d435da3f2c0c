package org.clientele.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What Karaf writes to its log from a moment on. */
record KarafLog(Path file, long from) {
    /** An error of whoever, a class that is not there any more, and whatever the LDAP libraries warn of. */
    private static final Pattern TROUBLE =
            Pattern.compile("\\| (ERROR|FATAL) \\||NoClassDefFoundError|ClassNotFoundException|\\| WARN .*"
                    + "(org\\.apache\\.(mina|directory)|NioProcessor|NioSocketConnector)");

    /**
     * MINA's remark where it disposes of what waits for connections in the moment in which a thread begins to wait. The thread
     * ends, and so it should.
     */
    private static final String CLOSED = "java.nio.channels.ClosedSelectorException";

    static KarafLog fromNow() throws IOException {
        Path file = Path.of(System.getProperty("karaf.data"), "log", "karaf.log");
        return new KarafLog(file, Files.size(file));
    }

    /** Lines that should not be there. */
    List<String> troubles() throws IOException {
        byte[] all = Files.readAllBytes(file);
        List<String> lines = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8)
                .lines()
                .toList();
        return IntStream.range(0, lines.size())
                .filter(line -> TROUBLE.matcher(lines.get(line)).find())
                .filter(line -> line + 1 == lines.size() || !lines.get(line + 1).startsWith(CLOSED))
                .mapToObj(lines::get)
                .toList();
    }
}
