package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotesTest {
    @Test
    void aNameIsOneNameWhateverCharactersItHas() {
        assertThat(Quotes.STANDARD.name("a\"; drop table b")).isEqualTo("\"a\"\"; drop table b\"");
        assertThat(Quotes.OF_MARIA_DB.name("a`b\"c.d")).isEqualTo("`a``b\"c.d`");
        assertThat(Quotes.NONE.name("a b")).isEqualTo("a b");
    }

    @Test
    void aTableStandsBehindItsSchemaOrCatalog() {
        assertThat(Quotes.STANDARD.name(new TableName("c", "s\"1", "t.1"))).isEqualTo("\"s\"\"1\".\"t.1\"");
        assertThat(Quotes.OF_MARIA_DB.name(new TableName("c", null, "t"))).isEqualTo("`c`.`t`");
        assertThat(Quotes.STANDARD.name(new TableName(null, null, "t"))).isEqualTo("\"t\"");
    }
}
