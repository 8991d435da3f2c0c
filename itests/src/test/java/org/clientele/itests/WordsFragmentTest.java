package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.awaitility.core.ConditionTimeoutException;
import org.clientele.SourceState;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.wiring.FrameworkWiring;

/** A bundle without code that brings words of its own to the screens of a running Karaf. */
public class WordsFragmentTest extends KarafTest {
    private static final String SLOT = "CustomerUser7";
    private static final String USER = "words";
    private static final String PASSWORD = "words-of-our-own";
    private static final String ADMIN = "org.clientele.admin";

    private Bundle fragment;

    @Before
    public void haveASourceWithRooms() throws Exception {
        Path users = Path.of(System.getProperty("karaf.etc"), "users.properties");
        Files.writeString(users, "\n" + USER + " = " + PASSWORD + ",admin\n", StandardOpenOption.APPEND);
        configure(
                DATABASE, SLOT, Map.of("sourceId", "rooms", "map.9", "UserRoom | Room | fax | 1 | 0 | var | | 0 | |"));
        awaitState(SLOT, SourceState.READY);
        haveAConsole();
    }

    /** Now and then Karaf's console takes its servlet back while Pax Web comes up, for good: its bundle has to start anew. */
    private void haveAConsole() throws Exception {
        try {
            within(20).until(() -> page("bundles", "en").statusCode() != 404);
        } catch (ConditionTimeoutException missing) {
            Bundle console = bundle("org.apache.karaf.webconsole.console");
            console.stop();
            console.start();
        }
    }

    @After
    public void takeTheFragmentAway() throws Exception {
        if (fragment != null) {
            fragment.uninstall();
            refresh();
            within(20).untilAsserted(() -> assertThat(form("de")).contains(">Room</label>"));
        }
    }

    @Test
    public void itsWordsNameAFieldOfTheMapAndBringALanguage() throws Exception {
        within(20).untilAsserted(() -> assertThat(form("de")).contains(">Room</label>"));

        fragment = context.installBundle(
                "its:words",
                fragment(Map.of(
                        "custom_de.properties", "label.UserRoom=Raum\nhint.UserRoom=Nummer am Türschild ${x}.\n",
                        "bundle_fr.properties", "users.add=Ajouter un utilisateur – créé ici\n")));
        refresh();

        within(20)
                .untilAsserted(() -> assertThat(form("de"))
                        .contains(">Raum</label>")
                        .contains("Nummer am Türschild &#36;{x}.")
                        .contains("Kundenbenutzer hinzufügen"));
        assertThat(form("en")).contains(">Room</label>").contains("Add customer user");
        assertThat(form("fr"))
                .contains("<main class=\"clientele\" lang=\"fr\">")
                .contains("Ajouter un utilisateur – créé ici")
                .contains(">First name<");
    }

    private String form(String language) throws IOException, InterruptedException {
        return page("customer-users/add?source=" + SLOT, language).body();
    }

    private HttpResponse<String> page(String path, String language) throws IOException, InterruptedException {
        String port = String.valueOf(
                admin.getConfiguration("org.ops4j.pax.web", "?").getProperties().get("org.osgi.service.http.port"));
        URI address = URI.create("http://127.0.0.1:" + port + "/system/console/" + path);
        String credentials =
                Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Basic " + credentials)
                .header("Accept-Language", language)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Resolves the screens anew, with the fragments that are there now. */
    private void refresh() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> done.countDown();
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle(ADMIN)), listener);
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private static InputStream fragment(Map<String, String> files) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, "org.clientele.itests.words");
        headers.putValue(Constants.FRAGMENT_HOST, ADMIN);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry("OSGI-INF/l10n/" + file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
