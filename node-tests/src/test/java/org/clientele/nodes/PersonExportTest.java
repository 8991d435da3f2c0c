package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.privacy.KnownPerson;
import org.clientele.privacy.KnownPerson.Reference.State;
import org.clientele.privacy.Obstacle;
import org.junit.jupiter.api.Test;

/** What a person is told of what is known about him. */
class PersonExportTest extends ProtectionFixture {
    @Test
    void eachValueIsThereAsItWas() throws Exception {
        KnownPerson known = node.protection().export(person.login(), Actor.program("admin"));

        person.fields()
                .forEach((variable, value) -> assertThat(known.customerUser().value(variable))
                        .as(variable)
                        .isEqualTo(value));
        assertThat(known.relations().preferences()).isEqualTo(person.preferences());
        assertThat(known.relations().assigned()).containsExactly("else");
        assertThat(known.relations().permissions()).isEqualTo(Map.of(group.name(), Set.of("ro")));
        assertThat(known.relations().groups())
                .extracting(access -> access.group().name())
                .containsExactly(group.name());
        assertThat(known.relations().customers())
                .extracting(access -> access.customer().customerId())
                .containsExactly("acme", "else");
        assertThat(known.relations().tokens())
                .extracting(KnownPerson.KeptToken::purpose)
                .containsExactly("password-reset");
        assertThat(known.references()).extracting(KnownPerson.Reference::state).containsExactly(State.OWNER);
        assertThat(known.suspended()).isFalse();
        person.secrets(true)
                .forEach(value -> assertThat(known.document().toString()).contains(value));
    }

    @Test
    void noPasswordNoHashAndNoTokenLeaves() throws Exception {
        String text = node.protection()
                .export(person.login(), Actor.program("admin"))
                .document()
                .toString();

        List<String> secrets = node.query("select pw from customer_user where pw is not null union"
                + " select token_hash from customer_user_token");
        assertThat(secrets).hasSize(2);
        secrets.forEach(secret -> assertThat(text).doesNotContain(secret));
        assertThat(text).doesNotContain(ProtectedPerson.PASSWORD, person.token());
        String withoutAudit = text.replace("{field=UserPassword, before=, after=}", "");
        assertThat(withoutAudit).as("that one was set, the audit says").doesNotContain("UserPassword");
    }

    @Test
    void recordsOfOtherSourcesAndFormerReferencesAreTold() throws Exception {
        CompanyNodes.user(node, CustomerRenameFixture.USERS, "dora", "acme", Validity.VALID);
        node.preferences().set("dora", "UserLanguage", "de", Actor.program("test"));
        node.execute("delete from customer_user where login = 'dora'");
        CompanyNodes.user(node, CustomerRenameFixture.USERS, "dora", "acme", Validity.INVALID);
        CompanyNodes.foreigner(node, "dora", "else");

        KnownPerson known = node.protection().export("dora", Actor.program("admin"));

        assertThat(known.shadowed()).extracting(user -> user.source()).containsExactly(CompanyNodes.READ_ONLY);
        assertThat(known.references())
                .extracting(KnownPerson.Reference::state)
                .containsExactlyInAnyOrder(State.OWNER, State.FORMER);
        assertThat(known.relations().preferences()).as("of somebody else").isEmpty();
    }

    @Test
    void whileItIsNotClearWhoTheLoginStandsForNothingOfTheOtherIsTold() throws Exception {
        node.execute("update customer_user_ref set native_id = 'another' where login like 'O''Brien%'");
        Map<String, String> keys = Map.of("nativeId", "id", "answerTimeLimit", "20");
        try (Node other = Node.open(url, seam, Map.of("CustomerUser", keys))) {
            KnownPerson known = other.protection().export(person.login(), Actor.program("admin"));

            assertThat(known.suspended()).isTrue();
            assertThat(known.relations()).isEqualTo(KnownPerson.Relations.NONE);
            assertThat(known.references())
                    .extracting(KnownPerson.Reference::nativeId)
                    .isNotEmpty();
            assertThat(other.protection().plan(person.login()).obstacles())
                    .extracting(Obstacle::kind)
                    .contains(Obstacle.Kind.SUSPENDED);
            assertThat(other.protection().plan(person.login()).blocked()).isTrue();
        }
    }

    @Test
    void whoDoesNotExistOrIsNotCertainIsNotTold() throws Exception {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> node.protection().export("nobody", Actor.program("admin")));
        seam.before("CustomerUser.find", () -> {
            throw NodeTest.away();
        });
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> node.protection().export(person.login(), Actor.program("admin")));
    }

    @Test
    void aSourceThatCannotBeAskedForAnotherRecordIsNamed() throws Exception {
        seam.before("CustomerUser2.find", () -> {
            throw NodeTest.away();
        });

        assertThat(node.protection()
                        .export(person.login(), Actor.program("admin"))
                        .notAsked())
                .containsExactly(CompanyNodes.READ_ONLY);
        assertThat(node.protection().plan(person.login()).obstacles())
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.SOURCE_AWAY);
    }

    @Test
    void whoWasDisabledHereIsToldByWhomWhenAndWhy() throws Exception {
        CompanyNodes.foreigner(node, "dora", "acme");
        node.disabling().disable("dora", "x\"y <z> ${a}", Actor.program("boss"));

        KnownPerson known = node.protection().export("dora", Actor.program("admin"));

        assertThat(known.references())
                .singleElement()
                .satisfies(reference -> assertThat(reference.disabledHere())
                        .hasValueSatisfying(mark -> assertThat(mark.comment()).isEqualTo("x\"y <z> ${a}")));
        assertThat(known.document().toString()).contains("disabledHere={at=", "by=boss", "comment=x\"y <z> ${a}");
    }
}
