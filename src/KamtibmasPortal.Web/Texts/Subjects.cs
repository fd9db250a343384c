namespace KamtibmasPortal.Web.Texts;

/// <summary>Pages of topics.</summary>
public static class Subjects
{
    public const string Title = "Topik";
    public const string Heading = "Berita menurut topik";
    public const string Intro = "Sebuah berita masuk ke suatu topik hanya bila isinya melaporkan perkara itu, bukan sekadar menyebutnya.";
    public const string Regions = "Provinsi dalam topik ini";

    public static string HeadingOf(string topic) => topic;
}
