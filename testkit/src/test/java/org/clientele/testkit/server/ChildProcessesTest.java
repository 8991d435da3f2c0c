package org.clientele.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ChildProcessesTest {
    private static final String GRANDCHILD = "sleep 600 & echo $! > grandchild; wait";

    /** Another JVM: it says where its folder is and what it started, and waits. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            ChildProcesses children = new ChildProcesses("children-");
            Process child = sleeping(children);
            System.out.println(children.folder());
            System.out.println(child.pid());
            child.waitFor();
        }
    }

    @Test
    void whatRunsEndsWithItsFolderWhenItIsClosed() throws IOException {
        ChildProcesses children = new ChildProcesses("children-");
        Process child = sleeping(children);
        ProcessHandle grandchild = grandchild(children.folder());

        children.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(grandchild.isAlive()).isFalse();
        assertThat(children.folder()).doesNotExist();
        children.close();
        assertThatThrownBy(() -> sleeping(children)).isInstanceOf(IOException.class);
    }

    @Test
    void whatRunsEndsWithItsFolderWhenTheJvmIsTerminated() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = jvm.inputReader(StandardCharsets.UTF_8)) {
            Path folder = Path.of(said.readLine());
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            ProcessHandle grandchild = grandchild(folder);

            jvm.destroy();

            assertThat(jvm.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(List.of(child, grandchild)).noneMatch(ProcessHandle::isAlive);
            assertThat(folder).doesNotExist();
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static Process sleeping(ChildProcesses children) throws IOException {
        return children.start(new ProcessBuilder("sh", "-c", GRANDCHILD)
                .directory(children.folder().toFile()));
    }

    private static ProcessHandle grandchild(Path folder) {
        Path file = folder.resolve("grandchild");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(file) && Files.readString(file).endsWith("\n"));
        return Awaitility.await()
                .until(() -> ProcessHandle.of(pid(file)), Optional::isPresent)
                .orElseThrow();
    }

    private static long pid(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }
}
