namespace KamtibmasPortal.Web.Texts;

/// <summary>The publisher's box.</summary>
public static class Colophon
{
    public const string Title = "Tentang";
    public const string WhatHeading = "Apa ini";
    public const string What = "Portal ini mengumpulkan berita keamanan dan ketertiban masyarakat dari berbagai penerbit, lalu memilahnya menurut wilayah sampai tingkat kelurahan dan desa, menurut instansi, dan menurut topik.";
    public const string HowHeading = "Cara kami memilah";
    public const string How = "Pemilahan dikerjakan oleh aturan tertulis, bukan tebakan. Setiap tanda memperlihatkan kata-kata yang menjadi dasarnya, dari bagian mana kata itu diambil, dan seberapa yakin aturan itu. Redaksi dapat mengubahnya, dan keputusan redaksi tidak ditimpa oleh mesin.";
    public const string RightsHeading = "Hak penerbit";
    public const string Rights = "Berita adalah milik penerbitnya. Kecuali untuk siaran resmi dan sumber yang mengizinkan, kami hanya memuat judul, teras, dan kutipan pendek, disertai tautan ke tulisan aslinya.";
    public const string DateHeading = "Tanggal";
    public const string Date = "Waktu ditulis menurut zona waktu penerbit. Bila sebuah berita tidak menyebut tanggal, kami menulis “Tanggal tidak diketahui” dan tidak mengarangnya.";
    public const string BoxHeading = "Kotak penerbit";
    public const string Name = "Nama";
    public const string Operator = "Pengelola";
    public const string Contact = "Surat elektronik";
    public const string PostalAddress = "Alamat";
    public const string ResponsibleEditor = "Penanggung jawab";
    public const string TakedownHeading = "Keberatan dan permintaan penghapusan";
    public const string Takedown = "Penerbit yang keberatan beritanya dimuat, dan siapa pun yang datanya perlu ditutup atau dihapus, dapat menghubungi kami lewat surat elektronik di bawah atau lewat formulir laporan pada setiap berita. Sebutkan alamat halaman dan alasannya.";
    public const string NotSet = "Belum diisi";
    public const string DataHeading = "Data wilayah";
    public const string Data = "Kode dan nama wilayah mengikuti Kepmendagri Nomor 300.2.2-2430 Tahun 2025, dari paket idn-area-data, dengan lisensi Open Database License (ODbL).";

    public static string Heading(string portal) => $"Tentang {portal}";
}
