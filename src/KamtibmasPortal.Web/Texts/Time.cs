namespace KamtibmasPortal.Web.Texts;

public static class Time
{
    public const string Unknown = "Tanggal tidak diketahui";
}
