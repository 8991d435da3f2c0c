package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Answer;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.junit.After;
import org.junit.Test;

/** Configurations that name a secret instead of having it. */
public class PlaceholdersTest extends KarafTest {
    static final String VARIABLE = "CLIENTELE_ITS_PASSWORD";
    static final String VALUE = "from-the-environment-7c1f";

    private static final String PLACEHOLDER = "$[env:" + VARIABLE + "]";
    private static final String SLOT = "CustomerUser5";

    private Path file;

    @After
    public void deleteFile() throws Exception {
        if (file != null) {
            Files.deleteIfExists(file);
            within(20).until(() -> status(SLOT).isEmpty());
        }
    }

    @Test
    public void aPasswordComesFromTheEnvironment() throws Exception {
        try (PeopleServer server = new PeopleServer(VALUE).with(List.of("placeholder-zoe"))) {
            configure(LDAP, SLOT, server.configuration(Map.of("userPw", PLACEHOLDER)));

            within(10).untilAsserted(() -> assertThat(find("placeholder-zoe")).isInstanceOf(Answer.Found.class));
        }
    }

    @Test
    public void aSecretThatIsProvidedLaterCountsAfterARefresh() throws Exception {
        Path secret = Path.of(System.getProperty("karaf.etc"), "its-late-password");
        try (PeopleServer server = new PeopleServer(VALUE).with(List.of("placeholder-late"))) {
            configure(LDAP, SLOT, server.configuration(Map.of("userPw", "$[secret:its-late-password]")));
            awaitState(SLOT, SourceState.MISCONFIGURED);
            Files.writeString(secret, VALUE);

            customerUsers.refresh();

            within(10).untilAsserted(() -> assertThat(find("placeholder-late")).isInstanceOf(Answer.Found.class));
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    @Test
    public void anAddedFieldIsSavedWithThePlaceholderAndNotWithItsValue() throws Exception {
        file = Path.of(System.getProperty("karaf.etc"), DATABASE + "-" + SLOT + ".cfg");
        Files.writeString(file, "table = customer_user\nsourceId = placeholders\nname = Named " + PLACEHOLDER + "\n");
        within(20).until(() -> status(SLOT).map(SourceStatus::name).equals(Optional.of("Named " + VALUE)));
        awaitState(SLOT, SourceState.READY);

        customerUsers.addField(SLOT, field("UserPlaceholder", "its_placeholder"), 50);

        within(10)
                .untilAsserted(() -> assertThat(status(SLOT).orElseThrow().fields())
                        .anySatisfy(field -> assertThat(field.variable()).isEqualTo("UserPlaceholder")));
        awaitState(SLOT, SourceState.READY);
        assertThat(status(SLOT).orElseThrow().name()).isEqualTo("Named " + VALUE);
        within(20)
                .untilAsserted(() -> assertThat(Files.readString(file))
                        .contains("UserPlaceholder", PLACEHOLDER)
                        .doesNotContain(VALUE));
    }
}
