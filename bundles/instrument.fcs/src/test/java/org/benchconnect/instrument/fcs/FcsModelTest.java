package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FcsModelTest {
    private static FcsModel of(String name) {
        return ByteArrayChannel.read(SyntheticFcs.instrument(name).bytes()).model();
    }

    @Test
    void isRecognisedByItsName() {
        Map<String, FcsModel> names = Map.ofEntries(
                Map.entry("Gallios", FcsModel.GALLIOS),
                Map.entry("Navios", FcsModel.NAVIOS),
                Map.entry("Navios EX", FcsModel.NAVIOS_EX),
                Map.entry("NAVIOS-EX", FcsModel.NAVIOS_EX),
                Map.entry("Cytomics FC 500", FcsModel.CYTOMICS_FC_500),
                Map.entry("EPICS XL-MCL", FcsModel.EPICS_XL),
                Map.entry("XL", FcsModel.EPICS_XL),
                Map.entry("Aquios", FcsModel.AQUIOS_CL),
                Map.entry("CytoFLEX S", FcsModel.CYTOFLEX),
                Map.entry("DxFLEX", FcsModel.DXFLEX),
                Map.entry("FACSAriaII", FcsModel.FACS_ARIA),
                Map.entry("BD FACSCanto II", FcsModel.FACS_CANTO),
                Map.entry("FACSCalibur", FcsModel.FACS_CALIBUR),
                Map.entry("LSRII", FcsModel.LSR),
                Map.entry("LSRFortessa", FcsModel.LSR_FORTESSA),
                Map.entry("Accuri C6", FcsModel.ACCURI),
                Map.entry("Aurora", FcsModel.AURORA),
                Map.entry("NL-3000", FcsModel.NORTHERN_LIGHTS),
                Map.entry("0000000 Attune NxT Acoustic Focusing Cytometer (Lasers: BRVY)", FcsModel.ATTUNE_NXT),
                Map.entry("MACSQuant VYB,2.5.1.9", FcsModel.MACSQUANT),
                Map.entry("Cube_15", FcsModel.CYFLOW),
                Map.entry("CyFlow Space", FcsModel.CYFLOW),
                Map.entry("S1400EXi", FcsModel.STRATEDIGM),
                Map.entry("iCyt Eclipse", FcsModel.ICYT),
                Map.entry("C6", FcsModel.ACCURI),
                Map.entry("BD Accuri C6 Plus", FcsModel.ACCURI),
                Map.entry("XL-MCL", FcsModel.EPICS_XL),
                Map.entry("BD Biosciences LSR II", FcsModel.LSR),
                Map.entry("Partec PAS III", FcsModel.CYFLOW),
                Map.entry("PAS", FcsModel.CYFLOW),
                Map.entry("CCA", FcsModel.CYFLOW),
                Map.entry("S1400", FcsModel.STRATEDIGM),
                Map.entry("Muse Cell Analyzer", FcsModel.GUAVA),
                Map.entry("Bio-Rad ZE5", FcsModel.ZE5),
                Map.entry("S3e", FcsModel.S3),
                Map.entry("SH800Z", FcsModel.SH800),
                Map.entry("FACSDiscover S8", FcsModel.FACS_DISCOVER),
                Map.entry("FACSVantage SE", FcsModel.FACS_VANTAGE),
                Map.entry("Cytek DxP10", FcsModel.CYTEK_DXP),
                Map.entry("CyAn ADP", FcsModel.CYAN),
                Map.entry("DVSSCIENCES-CYTOF-6.0", FcsModel.CYTOF),
                Map.entry("Multi Cytometer", FcsModel.OTHER),
                Map.entry("C6H12O6", FcsModel.OTHER),
                Map.entry("XLNT Ltd", FcsModel.OTHER),
                Map.entry("Eclipse of the Sun", FcsModel.OTHER),
                Map.entry("Unheard of", FcsModel.OTHER),
                Map.entry("\u00c4", FcsModel.OTHER));

        names.forEach((name, model) -> assertEquals(model, of(name), name));
    }

    @Test
    void isACytoFlexIfCytExpertWroteIt() {
        assertEquals(FcsModel.CYTOFLEX, byCytExpert("?", "True"));
        assertEquals(FcsModel.DXFLEX, byCytExpert("DxFLEX", "True"));
        assertEquals(FcsModel.OTHER, byCytExpert("?", "False"));
    }

    private static FcsModel byCytExpert(String name, String answer) {
        return ByteArrayChannel.read(SyntheticFcs.instrument(name)
                        .with("CYTEXPERTFIL", answer)
                        .bytes())
                .model();
    }

    @Test
    void everyLabelIsOfAFormThatTheContractAllows() {
        for (FcsModel model : FcsModel.values()) {
            assertTrue(model.label().matches("[A-Za-z0-9 -]{1,40}"), model.name());
            assertTrue(model.name().matches("[A-Z][A-Z0-9_]{0,39}"), model.name());
            assertTrue(model.holdsPatientData());
        }
    }

    @Test
    void everyLabelNamesItsOwnModel() {
        for (FcsModel model : FcsModel.values()) {
            assertEquals(model, of(model.label()));
        }
    }
}
