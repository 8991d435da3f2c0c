package org.clientele.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clientele.testkit.server.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator adds Clientele to a Karaf that runs already, through its shell, as the README says. */
class VanillaKarafIT {
    private static final String VERSION = System.getProperty("clientele.karaf.version");
    private static final String FEATURES =
            "mvn:org.clientele/features/" + System.getProperty("clientele.version") + "/xml/features";

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @TempDir
    Path folder;

    private final int port = FreePort.next();
    private final int shellPort = FreePort.next();
    private Path karaf;
    private Process process;

    @AfterEach
    void stop() throws Exception {
        if (process != null) {
            List<ProcessHandle> all = process.descendants().toList();
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void theUmbrellaIsInstalledIntoARunningKaraf() throws Exception {
        unpack();
        configure();
        process = start("bin/karaf", "daemon");
        await().atMost(PATIENCE)
                .until(() -> shell("feature:list -i --no-format").contains("standard-" + VERSION));

        shell("feature:repo-add " + FEATURES, "feature:install clientele");

        Web web = new Web("http://127.0.0.1:" + port + "/system/console", "karaf", "karaf");
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            JSONObject list = web.json("/customer-users.json");
            assertThat(list.getFieldAsArray("notices")).isEmpty();
            assertThat(list.getFieldAsArray("sources"))
                    .singleElement()
                    .satisfies(source -> assertThat(((JSONObject) source).getFieldAsString("outcome"))
                            .isEqualTo("answered"));
        });
        assertThat(web.post("/customers/add", Web.customer(web.token(), "VANILLA"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(shell("customer:list --no-format")).contains("VANILLA");
        assertThat(failing("customer-user:show nobody"))
                .as("what a script sees that asks for somebody who is not there")
                .endsWith("Error executing command: There is no customer user nobody; asked: CustomerUser")
                .noneMatch(line -> line.contains("at org.clientele"));
        assertThat(karaf.resolve("etc/org.clientele.backend.ldap-CustomerUser1.cfg.example"))
                .exists();
    }

    private void unpack() throws Exception {
        Path archive = Path.of(
                        System.getProperty("clientele.local.repository"), "org/apache/karaf/apache-karaf", VERSION)
                .resolve("apache-karaf-" + VERSION + ".tar.gz");
        karaf = folder;
        Process tar = start("tar", "xzf", archive.toString(), "--strip-components=1");
        assertThat(tar.waitFor()).isZero();
    }

    /** A user, free ports, and the repository of this build alone: nothing is downloaded. */
    private void configure() throws IOException {
        append("users.properties", "karaf = karaf,_g_:admingroup");
        append("users.properties", "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh");
        String repository = Path.of(System.getProperty("clientele.features.repository"))
                .toRealPath()
                .toUri()
                .toString();
        Map<String, List<String>> settings = Map.of(
                "org.ops4j.pax.url.mvn.cfg",
                List.of(
                        "org.ops4j.pax.url.mvn.defaultRepositories = "
                                + karaf.resolve("system").toUri() + "@id=system@snapshots, " + repository
                                + "@id=clientele@snapshots",
                        "org.ops4j.pax.url.mvn.repositories = " + repository + "@id=clientele@snapshots",
                        "org.ops4j.pax.url.mvn.localRepository = " + karaf.resolve("data/maven")),
                "org.ops4j.pax.web.cfg",
                List.of("org.osgi.service.http.port = " + port, "org.ops4j.pax.web.listening.addresses = 127.0.0.1"),
                "org.apache.karaf.shell.cfg",
                List.of("sshPort = " + shellPort, "sshHost = 127.0.0.1"),
                "org.apache.karaf.management.cfg",
                List.of("rmiRegistryPort = " + FreePort.next(), "rmiServerPort = " + FreePort.next()));
        for (Map.Entry<String, List<String>> file : settings.entrySet()) {
            for (String line : file.getValue()) {
                append(file.getKey(), line);
            }
        }
    }

    /** The last line that gives a key a value counts. */
    private void append(String file, String line) throws IOException {
        Files.writeString(
                karaf.resolve("etc").resolve(file),
                "\n" + line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** What the shell answers to some commands; empty while it cannot be reached. */
    private String shell(String... commands) throws IOException, InterruptedException {
        Process client = client(commands);
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return client.waitFor() == 0 ? output : "";
    }

    /** The lines that a command says which has to fail. */
    private List<String> failing(String command) throws IOException, InterruptedException {
        Process client = client(command);
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor()).as(command).isNotZero();
        // in colours, for a terminal
        return output.replaceAll("\u001b\\[[0-9;]*m", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private Process client(String... commands) throws IOException {
        Process client = start("bin/client", "-a", "" + shellPort, "-u", "karaf", "-p", "karaf", "-b");
        try (OutputStream input = client.getOutputStream()) {
            input.write((String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return client;
    }

    private Process start(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(command));
        line.set(0, line.get(0).startsWith("bin/") ? karaf.resolve(line.get(0)).toString() : line.get(0));
        ProcessBuilder builder = new ProcessBuilder(line).directory(karaf.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KARAF_HOME", karaf.toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
