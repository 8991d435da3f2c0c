package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.clientele.audit.AuditChange;
import org.clientele.spi.store.StoredAudit;
import org.junit.jupiter.api.Test;

class AuditTextTest {
    private static final String FACE = "\uD83D\uDE00";

    @Test
    void whatFitsStaysAsItIs() {
        String ugly = "O'Brien Ünal カス x\"y <z> ${a}\n" + FACE;
        assertThat(AuditText.cut(ugly, 100)).isEqualTo(ugly);
    }

    @Test
    void whatIsTooLongIsCutBetweenCharactersAndSaysSo() {
        assertThat(AuditText.cut("abcdef", 4)).isEqualTo("abc…");
        assertThat(AuditText.cut("ab" + FACE + "cd", 4)).isEqualTo("ab…");
    }

    @Test
    void charactersThatAreNoneAreReplaced() {
        assertThat(AuditText.cut("a\0b\uD83Dc", 10)).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(AuditText.isClean("a\0b")).isFalse();
    }

    @Test
    void longValuesAreCut() {
        AuditChange change = new AuditChange("UserComment", "a".repeat(5000), "b");
        assertThat(AuditText.cut(List.of(change)))
                .containsExactly(new AuditChange("UserComment", "a".repeat(3999) + "…", "b"));
    }

    @Test
    void whateverThereIsFitsTheStore() {
        AuditChange change = new AuditChange("\\".repeat(300), "\\".repeat(5000), "\\".repeat(5000));
        int written = AuditText.cut(Collections.nCopies(3000, change)).stream()
                .mapToInt(one -> 2
                        * (one.field().length()
                                + one.before().length()
                                + one.after().length()))
                .sum();
        assertThat(written).isPositive().isLessThanOrEqualTo(StoredAudit.LONGEST_CHANGES);
    }
}
