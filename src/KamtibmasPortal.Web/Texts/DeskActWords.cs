using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Texts;

/// <summary>Acts on articles and reports in words.</summary>
public static class DeskActWords
{
    /// <summary>One of another version of the portal by its stored name.</summary>
    public static string Of(string act) => act switch
    {
        DeskActs.Edit => "Menyunting berita",
        DeskActs.Restore => "Mengembalikan suntingan",
        DeskActs.Withdraw => "Menarik berita",
        DeskActs.Reinstate => "Menerbitkan kembali berita",
        DeskActs.Return => "Mengembalikan berita ke antrean",
        DeskActs.Correct => "Memuat ralat atau hak jawab",
        DeskActs.LiftSensitive => "Membuka tanda peka",
        DeskActs.ConfirmSensitive => "Menegaskan tanda peka",
        DeskActs.Pin => "Menyematkan berita di beranda",
        DeskActs.Assign => "Menugaskan berita",
        DeskActs.Add => "Menambah berita",
        DeskActs.Propose => "Mengusulkan perubahan",
        DeskActs.AcceptProposal => "Menerima usulan",
        DeskActs.DeclineProposal => "Menolak usulan",
        DeskActs.BulkUndo => "Membatalkan tindakan massal",
        DeskActs.HandleReport => "Menangani tanggapan",
        DeskActs.EraseContact => "Menghapus data pengirim tanggapan",
        _ => Bulk(act) ?? act,
    };

    private static string? Bulk(string act) => Enum.GetValues<BulkKind>().Where(k => DeskActs.OfBulk(k) == act).Select(k => $"Massal: {QueueRoom.NameOf(k).ToLowerInvariant()}").FirstOrDefault();
}
