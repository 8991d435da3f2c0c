package org.clientele.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What Karaf writes to its log from a moment on. */
record KarafLog(Path file, long from) {
    /** An error of whoever, a class that is not there any more, and whatever the LDAP libraries warn of. */
    private static final Pattern TROUBLE =
            Pattern.compile("\\| (ERROR|FATAL) \\||NoClassDefFoundError|ClassNotFoundException|\\| WARN .*"
                    + "(org\\.apache\\.(mina|directory)|NioProcessor|NioSocketConnector)");

    static KarafLog fromNow() throws IOException {
        Path file = Path.of(System.getProperty("karaf.data"), "log", "karaf.log");
        return new KarafLog(file, Files.size(file));
    }

    /** Lines that should not be there. */
    List<String> troubles() throws IOException {
        byte[] all = Files.readAllBytes(file);
        String since = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
        return since.lines().filter(line -> TROUBLE.matcher(line).find()).toList();
    }
}
