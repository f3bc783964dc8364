package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States that are held back until they expire, and how long a PC without network may go on with them. */
class FreezeTest extends TufTest {
    @Nested
    class Frozen {
        @ParameterizedTest
        @ValueSource(strings = {"timestamp", "snapshot", "targets"})
        void identicalMetadataThatHasExpiredMeanwhileIsRefused(String role) throws Exception {
            repository.expires(role, days(7)).publish();
            refreshed();

            refreshed(days(7).minusSeconds(1));
            ExpiredMetadataException refusal = refused(ExpiredMetadataException.class, days(7));

            assertEquals(role, refusal.what());
            assertEquals(days(7), refusal.expected());
            assertEquals(days(7), refusal.found());
        }

        @Test
        void identicalDelegatedMetadataThatHasExpiredMeanwhileIsRefused() throws Exception {
            repository.delegate("targets", "vendor", "v/*").target("vendor", "v/a", bytes("a"));
            repository.expires("vendor", days(7)).publish();
            assertTrue(refreshed().find("v/a").isPresent());

            ReleaseClient later = refreshed(days(8));

            assertEquals(
                    "vendor",
                    assertThrows(ExpiredMetadataException.class, () -> later.find("v/a"))
                            .what());
        }

        @ParameterizedTest
        @ValueSource(strings = {"timestamp", "snapshot", "targets"})
        void newMetadataThatIsExpiredIsRefusedAndNotKept(String role) throws Exception {
            refreshed();
            repository.expires(role, days(-1)).publish();

            assertEquals(role, refused(ExpiredMetadataException.class).what());
            assertEquals(1L, store.versions().get(role));
        }

        @Test
        void lastRootThatIsExpiredIsKeptButEndsTheRefresh() throws Exception {
            refreshed();
            repository.expires("root", days(-1)).publish();

            assertEquals("root", refused(ExpiredMetadataException.class).what());
            assertEquals(Map.of("root", 2L, "timestamp", 1L, "snapshot", 1L, "targets", 1L), store.versions());
        }

        @Test
        void expiredRootOnTheWayToAFreshOneIsFine() throws Exception {
            repository.expires("root", days(-1)).publish("root");
            repository.expires("root", days(9)).publish("root");

            refreshed();

            assertEquals(3L, store.versions().get("root"));
        }

        @Test
        void expiryIsReachedAtItsVerySecond() throws Exception {
            repository.expires("timestamp", NOW).publish("timestamp");

            refused(ExpiredMetadataException.class);

            repository.expires("timestamp", NOW.plusSeconds(1)).publish("timestamp");
            refreshed();
        }
    }

    @Nested
    class WithAnOfflineWindow {
        private final List<OfflineTolerance.Use> uses = new ArrayList<>();
        private final OfflineTolerance fiveDays = OfflineTolerance.of(Duration.ofDays(5), uses::add);

        private void refresh(Instant now) throws Exception {
            new ReleaseClient(store, repository, Limits.standard(), now, fiveDays).refresh();
        }

        @Test
        void expiredMetadataIsTakenUpToTheToleranceAndEachUseIsRecorded() throws Exception {
            repository.expires("timestamp", days(1)).expires("root", days(99)).publish();

            refresh(days(6));

            assertEquals(List.of(new OfflineTolerance.Use("timestamp", days(1), days(6))), uses);
            assertThrows(ExpiredMetadataException.class, () -> refresh(days(6).plusSeconds(1)));
        }

        @Test
        void expiredRootIsNeverTaken() {
            repository.expires("root", days(1)).publish("root");

            assertThrows(ExpiredMetadataException.class, () -> refresh(days(2)));
            assertEquals(List.of(), uses);
        }

        @Test
        void rollbackIsNeverTaken() throws Exception {
            repository.publish("timestamp");
            refreshed();
            repository.version("timestamp", 1).sign("timestamp");

            assertThrows(RolledBackException.class, () -> refresh(NOW));
        }

        @Test
        void toleranceHasALimit() {
            assertThrows(IllegalArgumentException.class, () -> OfflineTolerance.of(Duration.ofDays(31), uses::add));
            assertThrows(IllegalArgumentException.class, () -> OfflineTolerance.of(Duration.ofDays(-1), uses::add));
        }
    }
}
