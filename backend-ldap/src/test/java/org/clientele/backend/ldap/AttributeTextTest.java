package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeTextTest {

    @ParameterizedTest
    @CsvSource({
        "targetAddress, SMTP:jdoe@example.com, jdoe@example.com",
        "targetAddress, jdoe@example.com, jdoe@example.com",
        "mail, SMTP:jdoe@example.com, SMTP:jdoe@example.com",
        "postalAddress, 1 Main St$Springfield, 1 Main St|Springfield",
        "homePostalAddress, \\24 1 000 Prize$C:\\5Cx, $ 1 000 Prize|C:\\x",
        "registeredAddress, \\5C24, \\24",
        "registeredAddress, a\\5C5c, a\\5c",
        "street, 1 Main St$Springfield, 1 Main St$Springfield"
    })
    void aValueSaysWhatItsAttributeMeansByIt(String attribute, String stored, String said) {
        assertThat(AttributeText.of(attribute, stored)).isEqualTo(said.replace('|', '\n'));
    }

    @ParameterizedTest
    @CsvSource({"targetaddress, true", "postalAddress, true", "mail, false", "street, false"})
    void serversAreNotAskedForTextsThatTheyKeepOtherwise(String attribute, boolean otherwise) {
        assertThat(AttributeText.isReadOtherwise(attribute)).isEqualTo(otherwise);
    }
}
