using KamtibmasPortal.News.Ingestion;

namespace KamtibmasPortal.Web.Texts;

/// <summary>The page on which an article is added by hand.</summary>
public static class AddRoom
{
    public const string Heading = "Tambah berita";
    public const string Intro = "Satu berita dari alamatnya, dari berkas, atau dari naskah yang ditempel. Berita dibaca dan ditandai seperti yang lain.";
    public const string Publisher = "Penerbit";
    public const string PublisherHint = "Nama media yang dikenal pembaca. Berita dari penerbit yang belum dikenal selalu menunggu keputusan.";
    public const string Address = "Alamat berita";
    public const string File = "Berkas .txt atau .html";
    public const string Text = "Naskah";
    public const string TextHint = "Baris pertama adalah judul.";
    public const string Or = "Isi salah satu:";
    public const string Submit = "Baca dan simpan";
    public const string Known = "Berita ini sudah ada pada kami.";
    public const string OpenKnown = "Buka berita itu";

    public static string FaultOf(AdditionAnswer answer) => answer switch
    {
        AdditionAnswer.NoPublisher => "Tulis penerbitnya, paling panjang 80 huruf.",
        AdditionAnswer.NoContent => "Isi alamat, berkas, atau naskah; hanya salah satu.",
        AdditionAnswer.BadAddress => "Alamat harus alamat web lengkap, dimulai dengan http:// atau https://.",
        AdditionAnswer.BadFile => "Berkas harus .txt, .htm, atau .html, tidak kosong, dan paling besar 5 MB.",
        AdditionAnswer.TooSlow => "Situs itu terlalu lama menjawab. Coba lagi nanti, atau tempel naskahnya.",
        _ => "Berita itu tidak dapat dibaca.",
    };
}
