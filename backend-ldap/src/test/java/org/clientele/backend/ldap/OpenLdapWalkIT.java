package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.testkit.server.OpenLdapServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories with more entries than a server delivers at a time, walked through by cursor in 64 MB of heap. */
class OpenLdapWalkIT {
    private static final String[] UNLIMITED = {"sizelimit unlimited", "timelimit unlimited"};
    private static final String[] SORTING = {"moduleload sssvlv", "overlay sssvlv"};
    /** Far from the order of the logins, and without a common divisor with any number of entries here. */
    private static final int STRIDE = 7_919;

    /** People who come to the server in an order that is not that of their logins. */
    private static Stream<String> people(int number) {
        return IntStream.range(0, number)
                .mapToLong(i -> (long) i * STRIDE % number)
                .mapToObj(i -> """
                        dn: uid=%1$s%2$06d,%3$s
                        objectClass: inetOrgPerson
                        uid: %1$s%2$06d
                        cn: Person %2$d
                        sn: Family %2$d
                        mail: person%2$d@example.org
                        """.formatted(i % 2 == 0 ? "Person" : "person", i, OpenLdapServer.BASE));
    }

    private static String walk(int number, String... settings) throws Exception {
        String[] all = Stream.of(UNLIMITED, settings).flatMap(Arrays::stream).toArray(String[]::new);
        try (OpenLdapServer server = OpenLdapServer.startedWith(people(number), all)) {
            return inSmallHeap(server.url(), OpenLdapServer.BASE);
        }
    }

    private static String inSmallHeap(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                DirectoryWalk.class.getName()));
        command.addAll(List.of(arguments));
        Process walk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(walk.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void everyEntryComesOnceInOrder() throws Exception {
        assertThat(walk(10_000)).contains("10000 entries in order on 10 pages");
    }

    @Test
    void everyEntryComesOnceInOrderWhereTheServerCouldSortAndAllowsFewAtATime() throws Exception {
        assertThat(walk(1_500, SORTING[0], SORTING[1], "limits * size.pr=20"))
                .contains("1500 entries in order on 2 pages");
    }

    @Tag("heavy")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHundredThousandEntriesComeOnceInOrder(boolean sorting) throws Exception {
        assertThat(walk(100_000, sorting ? SORTING : new String[0])).contains("100000 entries in order on 100 pages");
    }
}
