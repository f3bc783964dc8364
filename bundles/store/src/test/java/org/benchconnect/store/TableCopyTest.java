package org.benchconnect.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCopyTest {
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 100, 1_000_000_007L, Long.MAX_VALUE})
    void firstReadableKeyBehindDamageIsFound(long readableFrom) {
        assertEquals(readableFrom, TableCopy.firstReadable(11, key -> key >= readableFrom));
    }

    @Test
    void nothingReadableEndsTheSearch() {
        long[] tries = {0};

        long found = TableCopy.firstReadable(1, key -> {
            tries[0]++;
            return false;
        });

        assertEquals(Long.MAX_VALUE, found);
        assertTrue(tries[0] < 200);
    }
}
