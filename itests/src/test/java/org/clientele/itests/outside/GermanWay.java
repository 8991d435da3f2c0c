package org.clientele.itests.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

/** The way of somebody whose browser wants German: the same steps, the same screens, other words. */
final class GermanWay {
    private static final String JUERGEN = "jürgen.groß";

    private final Visitor visitor;

    GermanWay(Visitor visitor) {
        this.visitor = visitor;
    }

    void start() {
        visitor.open("/customer-users");
        assertThat(visitor.at("main h2")).hasText("Kundenbenutzer");
        assertThat(visitor.at("#results h3").first()).hasText("Beginnen Sie mit einem Kunden");
        visitor.keep("01-german-empty");
        assertThat(visitor.barriers()).isEmpty();
    }

    void add() {
        visitor.open("/customer-users");
        assertThat(visitor.at(".head .primary")).hasText("Kundenbenutzer hinzufügen");
        visitor.keep("13-german-list");
        visitor.at(".head .primary").click();
        visitor.press("save");
        assertThat(visitor.at(".summary h3")).containsText("Noch nicht gespeichert");
        assertThat(visitor.at("#UserLastname-error")).hasText("Nachname ist eine Pflichtangabe.");
        visitor.keep("14-german-refused");
        assertThat(visitor.barriers()).isEmpty();
        visitor.fill(Map.of(
                "UserFirstname", "Jürgen",
                "UserLastname", "Groß",
                "UserLogin", JUERGEN,
                "UserEmail", "juergen@example.com",
                "UserCustomerID", "EXAMPLE"));
        visitor.press("save");
        assertThat(visitor.at("p.notice.good")).hasText("Der Kundenbenutzer wurde hinzugefügt.");
        assertThat(visitor.at(".secret h3")).hasText("Erzeugtes Passwort von " + JUERGEN);
        assertThat(visitor.at("code.password")).hasText(Pattern.compile("\\S{16}"));
        visitor.keep("14-german-password");
    }

    void change() {
        visitor.fill(Map.of("UserComment", "Am Telefon am besten."));
        visitor.press("saveAndFinish");
        assertThat(visitor.at("p.notice.good")).containsText("Der Kundenbenutzer wurde gespeichert.");
        assertThat(visitor.row(JUERGEN)).containsText("Am Telefon am besten.");
        assertThat(visitor.row(JUERGEN).locator(".validity")).hasText("gültig");
    }

    void makeInvalidAndFind() {
        visitor.row(JUERGEN).locator("a").first().click();
        visitor.at("#ValidID").selectOption("2");
        visitor.press("saveAndFinish");
        assertThat(visitor.at("p.notice.good")).containsText("Der Kundenbenutzer wurde gespeichert.");
        visitor.open("/customer-users?search=gro%C3%9F");
        assertThat(visitor.row(JUERGEN)).hasCount(0);
        visitor.page().getByLabel("Auch ungültige").check();
        assertThat(visitor.row(JUERGEN).locator(".validity")).hasText("ungültig");
        visitor.keep("14-german-invalid");
    }

    void openReadOnly(String login) {
        visitor.open("/customer-users/edit?login=" + login);
        assertThat(visitor.at("#reason")).containsText("Die Quelle Company directory ist schreibgeschützt");
        visitor.keep("14-german-record");
        assertThat(visitor.barriers()).isEmpty();
    }

    void listWithoutASource() {
        visitor.open("/customer-users");
        assertThat(visitor.at("#results .notice.warn")).containsText("In dieser Liste fehlt eine Quelle");
        assertThat(visitor.at("#results .notice.warn li")).containsText("Company directory");
        visitor.keep("14-german-directory-away");
    }
}
