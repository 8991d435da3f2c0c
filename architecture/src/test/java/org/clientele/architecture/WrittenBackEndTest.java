package org.clientele.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Whoever follows docs/writing-a-back-end.md to the letter gets a green run. */
class WrittenBackEndTest {
    @TempDir
    Path folder;

    private Events contract(List<String> classes) throws Exception {
        WrittenBackEnd.compile(classes, folder);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass("org.example.people.PeopleSourceContractTest")))
                    .execute()
                    .testEvents();
        }
    }

    @Test
    void theFilesOfThePageKeepTheContract() throws Exception {
        Events cases = contract(WrittenBackEnd.read().classes());
        assertThat(cases.failed().list()).isEmpty();
        assertThat(cases.succeeded().count()).isGreaterThan(50);
    }

    @Test
    void withTheOutagesOfThePageTheyKeepMoreOfIt() throws Exception {
        long without = contract(WrittenBackEnd.read().classes()).succeeded().count();
        Events cases = contract(WrittenBackEnd.read().classesWithOutages());
        assertThat(cases.failed().list()).isEmpty();
        assertThat(cases.succeeded().count()).isGreaterThan(without);
    }

    @Test
    void thePomAsksForWhatThisBuildMakes() throws Exception {
        String pom = WrittenBackEnd.read().block("xml");
        String root = Files.readString(Modules.root().resolve("pom.xml"));
        String version = between(root, "<artifactId>clientele</artifactId>\n  <version>", "<");
        assertThat(between(pom, "<clientele.version>", "<")).isEqualTo(version);
        assertThat(pom)
                .contains(dependency("api", "provided"), dependency("testkit", "test"))
                .contains("<artifactId>osgi.cmpn</artifactId>\n      <version>"
                        + between(root, "<osgi.cmpn.version>", "<"));
        assertThat(WrittenBackEnd.read().text()).contains("`org.clientele:testkit:" + version + "`");
    }

    private static String dependency(String artifact, String scope) {
        return "<groupId>org.clientele</groupId>\n      <artifactId>" + artifact
                + "</artifactId>\n      <version>${clientele.version}</version>\n      <scope>" + scope + "</scope>";
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        assertThat(text).contains(before);
        return text.substring(start, text.indexOf(after, start));
    }
}
