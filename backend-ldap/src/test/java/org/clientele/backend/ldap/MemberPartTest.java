package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.directory.api.ldap.model.name.Dn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberPartTest {
    private static MemberPart part(String description) {
        return MemberPart.of(Dn.EMPTY_DN, description).orElseThrow();
    }

    @Test
    void theRestBeginsBehindTheLastMember() {
        assertThat(part("member;range=0-1499").rest()).contains("member;range=1500-*");
        assertThat(part("member;Range=1500-2999").rest()).contains("member;range=3000-*");
        assertThat(part("member;range=3000-*").rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"member", "member;binary", "member;range=", "member;range=a-b", "member;range=0-99999999999"})
    void whatHasNoRangeIsNoPart(String description) {
        assertThat(MemberPart.of(Dn.EMPTY_DN, description)).isEqualTo(Optional.empty());
    }

    @Test
    void onlyAPartThatGoesOnFollows() {
        MemberPart first = part("member;range=0-9");
        assertThat(first.isFollowedBy(part("member;range=10-19"))).isTrue();
        assertThat(first.isFollowedBy(part("member;range=10-*"))).isTrue();
        assertThat(first.isFollowedBy(part("MEMBER;range=10-10"))).isTrue();
        assertThat(first.isFollowedBy(part("member;range=10-9"))).isFalse();
        assertThat(first.isFollowedBy(part("member;range=0-9"))).isFalse();
        assertThat(first.isFollowedBy(part("member;range=11-19"))).isFalse();
        assertThat(first.isFollowedBy(part("uniqueMember;range=10-19"))).isFalse();
    }
}
