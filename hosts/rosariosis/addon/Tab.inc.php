<?php
/**
 * A tab in Student Info. One file for all of them: the row of the host says which.
 *
 * The host requires it once more while saving its own form; our tabs save by themselves. It is also
 * required for each student of a print, so nothing is defined here.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

require_once 'modules/Tsunagi/functions.php';

if ( empty( $_REQUEST['modfunc'] ) || $_REQUEST['modfunc'] !== 'update' )
{
	$tsunagi_tabs = TsunagiTabs();
	$tsunagi_category = (int) ( isset( $_REQUEST['category_id'] ) ? $_REQUEST['category_id'] : 0 );

	if ( ! UserStudentID() )
	{
		echo '<p class="tsunagi-message">' . htmlspecialchars( TsunagiText( 'first' ) ) . '</p>';
	}
	elseif ( isset( $tsunagi_tabs[ $tsunagi_category ] ) )
	{
		echo TsunagiFragment(
			'/students/' . (int) UserStudentID() . '/' . $tsunagi_tabs[ $tsunagi_category ],
			'',
			(string) UserStudentID()
		);
	}
}
