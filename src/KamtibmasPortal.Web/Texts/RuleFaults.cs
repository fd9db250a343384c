using KamtibmasPortal.News.Editing;

namespace KamtibmasPortal.Web.Texts;

/// <summary>Why a proposed rule is none, and what to think of before it is applied.</summary>
public static class RuleFaults
{
    public static string Of(RuleRemark<RuleFault> fault) => fault.Sort switch
    {
        RuleFault.NotThere => "Baris ini tidak ada lagi. Mungkin sudah diubah orang lain.",
        RuleFault.Empty => "Masih ada isian wajib yang kosong.",
        RuleFault.TooShort => $"{Quoted(fault.Subject)} terlalu pendek.",
        RuleFault.TooLong => "Salah satu isian terlalu panjang.",
        RuleFault.StopWord => $"{Quoted(fault.Subject)} kata umum yang ada di hampir semua berita, jadi akan mengenai semuanya.",
        RuleFault.NoLetters => $"{Quoted(fault.Subject)} tidak memuat huruf.",
        RuleFault.Wildcard => $"Tanda {Quoted(fault.Subject)} tidak dapat dipakai di sini. Kata dicocokkan apa adanya; bintang hanya boleh menutup kata yang sedikitnya empat huruf.",
        RuleFault.Duplicate => fault.Subject is null ? "Baris yang sama sudah ada." : $"Sudah ada: {fault.Subject}.",
        RuleFault.Unchanged => "Tidak ada yang berubah.",
        RuleFault.OfficialName => $"Ini nama resmi wilayah lain: {fault.Subject}.",
        RuleFault.UnknownRegion => string.IsNullOrEmpty(fault.Subject) ? "Kode wilayah wajib diisi, misalnya 31.75." : $"Kode wilayah {Quoted(fault.Subject)} tidak dikenal. Isi dengan kode Kemendagri, misalnya 31.75.",
        RuleFault.UnknownTopic => $"Topik {Quoted(fault.Subject)} tidak ada.",
        RuleFault.UnknownAgency => $"Instansi {Quoted(fault.Subject)} tidak ada dalam daftar.",
        RuleFault.UnknownKind => $"Jenis instansi {Quoted(fault.Subject)} tidak dikenal.",
        RuleFault.UnknownAliasKind => "Pilih jenis nama.",
        RuleFault.NotEditable => "Bagian ini tidak dapat diubah. Hapus barisnya, lalu tambahkan yang baru.",
        RuleFault.BadWeight => "Pilih salah satu bobot yang tersedia.",
        RuleFault.BadSlug => $"Alamat {Quoted(fault.Subject)} tidak sah: huruf kecil, angka, dan tanda hubung saja.",
        RuleFault.LastingTopic => "Topik ini dipakai oleh pihak lain dan tidak dapat dihentikan.",
        RuleFault.OperationUnit => "Satuan ini menjadi rujukan nama operasi kepolisian dan tidak dapat dihapus.",
        RuleFault.KindName => $"{Quoted(fault.Subject)} sebutan untuk sejenis instansi, bukan untuk satu satuan.",
        RuleFault.BadNumber => $"{Quoted(fault.Subject)} bukan nomor telepon: 3 sampai 15 angka, boleh dipisah spasi atau tanda hubung.",
        RuleFault.BadAddress => "Sumber harus berupa alamat web yang diawali http:// atau https://.",
        _ => "Hari pemeriksaan tidak sah, atau masih di depan.",
    };

    public static string Of(RuleRemark<RuleWarning> warning) => warning.Sort switch
    {
        RuleWarning.AlsoPlace => $"Nama ini juga berarti {warning.Subject}. Mesin memilih menurut isi berita, dan tidak menandai bila ragu.",
        RuleWarning.EverydayWord => $"{Quoted(warning.Subject)} juga kata sehari-hari. Periksa contoh di bawah.",
        RuleWarning.CommonAbbreviation => $"{Quoted(warning.Subject)} pendek dan mungkin punya kepanjangan lain. Periksa contoh di bawah.",
        _ => $"Sebutan yang sama sudah dipakai oleh {warning.Subject}.",
    };

    private static string Quoted(string? words) => $"“{words}”";
}
